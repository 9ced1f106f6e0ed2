import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { PlannedDate } from "@/server/town-halls/queries";
import styles from "./town-halls.module.css";

/** Every date of a series: how many can be booked, and why the others are left out. */
export function PlannedDates({ dates }: { dates: readonly PlannedDate[] }) {
  const t = useTranslations("townHalls.plan");
  const f = useFormat();
  const left = dates.flatMap(({ day, leftOut }) => (leftOut ? [{ day, ...leftOut }] : []));
  const first = dates.find(({ leftOut }) => !leftOut);
  const last = dates.findLast(({ leftOut }) => !leftOut);
  return (
    <div className={styles.dates} role="status">
      <b>
        {first && last
          ? t("dates", { count: dates.length - left.length, from: f.day(first.day), to: f.day(last.day) })
          : t("noneFree")}
      </b>
      {left.length > 0 ? (
        <ul>
          {left.map(({ day, why, name }) => (
            <li key={day}>
              {f.date(day)} {t(`leftOut.${why}`, { name })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
