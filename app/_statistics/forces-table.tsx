import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import type { Period } from "@/server/statistics/inputs";
import type { FigureValue } from "@/server/statistics/reads/count-figures";
import type { ForceRow } from "@/server/statistics/reads/forces";
import { fewCases } from "./figure-words";
import styles from "./forces-table.module.css";
import { drillHref } from "./links";

interface ForcesTableProps {
  rows: readonly ForceRow[];
  period: Period;
  /** On its own page both numbers are beside every share. */
  isWide?: boolean;
}

/** How each force answers. Under ten cases the two numbers replace the share and its bar. */
export function ForcesTable({ rows, period, isWide }: ForcesTableProps) {
  const t = useTranslations("statistics.forces");
  const locale = useLocale();
  return (
    <table className={styles.forces} data-wide={isWide || undefined}>
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          {(["force", "asked", "accepted", "attended", "hours"] as const).map((head) => (
            <th key={head} scope="col">
              {t(`head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">{locale === "en" ? row.nameEn : row.nameZh}</th>
            {row.asked === 0 ? (
              <td colSpan={4} className={styles.never}>
                {t("never")}
              </td>
            ) : (
              <>
                <td>
                  <Link href={drillHref({ figure: "forceAsked", period, force: row.code })}>{row.asked}</Link>
                </td>
                <td className={styles.share}>
                  <Share
                    value={row.accepted}
                    href={drillHref({ figure: "forceAccepted", part: "denominator", period, force: row.code })}
                    hasBar
                    isWide={isWide}
                  />
                </td>
                <td>
                  <Share
                    value={row.attended}
                    href={drillHref({ figure: "forceAttended", part: "denominator", period, force: row.code })}
                    isWide={isWide}
                  />
                </td>
                <td>
                  {row.answerHours === null ? null : (
                    <Link href={drillHref({ figure: "forceAnswerHours", period, force: row.code })}>
                      <Hours hours={row.answerHours} />
                    </Link>
                  )}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Share({
  value,
  href,
  hasBar,
  isWide,
}: {
  value: FigureValue;
  href: string;
  hasBar?: boolean;
  isWide?: boolean;
}) {
  const t = useTranslations("statistics.forces");
  const { numerator } = value;
  const denominator = value.denominator ?? 0;
  if (denominator === 0) return null;
  const numbers = { numerator, denominator };
  if (denominator < fewCases) {
    return (
      <Link href={href} title={t("few", numbers)}>
        {t("fewShort", numbers)}
        <span className={styles.few}>{t("fewWord")}</span>
      </Link>
    );
  }
  const percent = ((numerator / denominator) * 100).toFixed(1);
  return (
    <Link href={href} title={t("fewShort", numbers)}>
      {hasBar ? (
        <span className={styles.bar} style={{ width: `${Number(percent) * 0.5}px` }} aria-hidden="true" />
      ) : null}
      <b>{percent}%</b>
      {isWide ? (
        <span className={styles.few}>{t("fewShort", numbers)}</span>
      ) : (
        <span className="sr-only">{t("fewShort", numbers)}</span>
      )}
    </Link>
  );
}

function Hours({ hours }: { hours: number }) {
  const t = useTranslations("statistics.forces");
  return hours < 1
    ? t("minutes", { minutes: Math.max(1, Math.round(hours * 60)) })
    : t("hours", { hours: Math.round(hours) });
}
