import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { Tag } from "@/app/_ui/text/tag";
import type { CalendarBlock as Block, CalendarView } from "@/server/sessions/reads/calendar";
import { BlockWords } from "./block-words";
import styles from "./calendar.module.css";
import { dayWords } from "./day-words";
import { isOn, partOn } from "./days";
import { MoveFromList } from "./move-from-list";

interface DayListProps {
  days: readonly CalendarView["days"][number][];
  blocks: readonly Block[];
  today: string;
}

/** The same blocks on a phone: one day below the other. */
export function DayList({ days, blocks, today }: DayListProps) {
  const t = useTranslations("calendar");
  const f = useFormat();
  const heading = (day: string) =>
    dayWords(day, { date: f.date, weekday: (n) => t(`weekdays.${n}`), far: (parts) => t("farDay", parts), today });
  const filled = days
    .map((day) => ({ ...day, on: blocks.filter((block) => isOn(block, day.day)) }))
    .filter(({ on }) => on.length > 0);
  return (
    <div className={styles.list}>
      {filled.length === 0 ? <Empty>{t("none")}</Empty> : null}
      {filled.map(({ day, isHoliday, isMakeUp, on }) => (
        <section key={day}>
          <h2>
            {heading(day)} {day === today ? <Tag tone="act">{t("today")}</Tag> : null}{" "}
            {isHoliday ? t("holiday") : isMakeUp ? t("makeUp") : null}
          </h2>
          <ul>
            {on.map((block) => (
              <li key={block.id}>
                <BlockWords block={partOn(block, day)} hasRoom />
                {block.session?.canMove || block.meeting?.canMove ? <MoveFromList block={block} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
