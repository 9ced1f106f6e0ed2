import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/empty";
import { useFormat } from "@/app/_ui/use-format";
import type { CalendarBlock as Block } from "@/server/sessions/calendar";
import { SessionBlock } from "./block-words";
import styles from "./calendar.module.css";
import { dayOf } from "./days";

/** The same blocks for a phone: one day under the other. */
export function DayList({ days, blocks }: { days: readonly string[]; blocks: readonly Block[] }) {
  const t = useTranslations("calendar");
  const f = useFormat();
  const filled = days
    .map((day) => ({ day, on: blocks.filter((block) => dayOf(block.startsAt) === day) }))
    .filter(({ on }) => on.length > 0);
  return (
    <div className={styles.list}>
      {filled.length === 0 ? <Empty>{t("none")}</Empty> : null}
      {filled.map(({ day, on }) => (
        <section key={day}>
          <h2>{f.date(day)}</h2>
          <ul>
            {on.map((block) => (
              <li key={block.sessionId}>
                <SessionBlock block={block} hasRoom />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
