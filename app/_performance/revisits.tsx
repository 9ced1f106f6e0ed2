import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/app/_ui/actions/link";
import { formatFor } from "@/app/_ui/format/format-for";
import { monthWord } from "@/app/_ui/format/month-words";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Tag } from "@/app/_ui/text/tag";
import type { OwnRevisit, RevisitDraw } from "@/server/revisits/reads/revisits";
import styles from "./performance.module.css";

interface RevisitsProps {
  own: readonly OwnRevisit[];
  draws: readonly RevisitDraw[];
  now: Date;
}

/** What the reader was drawn for, to be asked first; and to a head how each month's draw stands. */
export async function Revisits({ own, draws, now }: RevisitsProps) {
  const t = await getTranslations("performance.revisits");
  const locale = await getLocale();
  const f = formatFor(locale, now);
  return (
    <>
      {own.length > 0 ? (
        <Sheet labelledBy="own-revisits">
          <SectionHead id="own-revisits" title={t("own")} note={own.length} />
          <ul className={styles.visits}>
            {own.map(({ id, disputeId, number, title, dueOn, isLate }) => (
              <li key={id}>
                <Link href={`/disputes/${disputeId}/performance`}>{t("row", { number, title })}</Link>
                <span className={styles.small}>
                  {isLate ? <Tag tone="red">{t("late", { due: f.day(dueOn) })}</Tag> : t("due", { due: f.day(dueOn) })}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {draws.length > 0 ? (
        <Sheet labelledBy="revisit-draws">
          <SectionHead id="revisit-draws" title={t("draws")} />
          <ul className={styles.visits}>
            {draws.map(({ month, closed, drawn, done, late, asked, satisfied }) => (
              <li key={month}>
                <span>{t("month", { month: monthWord(locale, month, true), closed, drawn, done })}</span>
                {asked > 0 ? <span className={styles.small}>{t("said", { asked, satisfied })}</span> : null}
                {late > 0 ? <b>{t("lateCount", { count: late })}</b> : null}
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  );
}
