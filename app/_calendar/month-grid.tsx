import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { Tag } from "@/app/_ui/text/tag";
import type { CalendarBlock, CalendarView } from "@/server/sessions/reads/calendar";
import { weekdayOf } from "./day-words";
import { isOn } from "./days";
import styles from "./month-grid.module.css";

interface MonthGridProps {
  /** Whole weeks, Monday first. */
  days: readonly CalendarView["days"][number][];
  /** "2026-11": days of other months are paler. */
  month: string;
  today: string;
  blocks: readonly CalendarBlock[];
  /** The address of each day's own view. */
  hrefs: Readonly<Record<string, string>>;
}

const most = 3;

/** A month of whole weeks: each day with its first entries, holidays by word, and a way into the day. */
export function MonthGrid({ days, month, today, blocks, hrefs }: MonthGridProps) {
  const t = useTranslations("calendar");
  const f = useFormat();
  const weeks = Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
  return (
    <table className={styles.month}>
      <thead>
        <tr>
          {weeks[0]?.map(({ day }) => (
            <th key={day} scope="col">
              {t(`weekdays.${weekdayOf(day)}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, isHoliday, isMakeUp }) => {
              const on = blocks.filter((block) => isOn(block, day));
              return (
                <td
                  key={day}
                  data-other={day.slice(0, 7) !== month || undefined}
                  data-today={day === today || undefined}
                  data-free={isHoliday || undefined}
                >
                  <div className={styles.head}>
                    <Link href={hrefs[day] ?? ""} aria-label={t("openDay", { day: f.date(day), count: on.length })}>
                      {Number(day.slice(8))}
                    </Link>
                    {isHoliday ? <Tag>{t("holiday")}</Tag> : isMakeUp ? <Tag tone="line">{t("makeUp")}</Tag> : null}
                  </div>
                  <ul>
                    {on.slice(0, most).map((block) => (
                      <li key={block.id}>
                        <Entry block={block} />
                      </li>
                    ))}
                    {on.length > most ? (
                      <li>
                        <Link href={hrefs[day] ?? ""}>{t("more", { count: on.length - most })}</Link>
                      </li>
                    ) : null}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entry({ block }: { block: CalendarBlock }) {
  const t = useTranslations("calendar");
  const kind = useTranslations("vocabulary.absenceKinds");
  const f = useFormat();
  const { session, meeting, absence } = block;
  const time = absence ? null : <span>{f.time(block.startsAt)}</span>;
  const words =
    session?.title ?? meeting?.title ?? (absence ? kind(absence) : block.isMine ? t("busyMine") : t("busy"));
  const booked = block.heldUntil ? "held" : "confirmed";
  const state = session?.status === "ended" ? "ended" : session || meeting ? booked : absence ? "away" : "busy";
  const href = session ? `/disputes/${session.disputeId}/sessions` : meeting ? "/town-halls" : null;
  const inside = (
    <>
      {time} {words}
      {state === "held" || state === "ended" ? <span className="sr-only">{t(state)}</span> : null}
    </>
  );
  return href ? (
    <Link href={href} className={styles.entry} data-state={state} title={words}>
      {inside}
    </Link>
  ) : (
    <span className={styles.entry} data-state={state}>
      {inside}
    </span>
  );
}
