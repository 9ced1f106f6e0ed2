import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import styles from "./consultations.module.css";

interface DutyGapsProps {
  gaps: readonly { from: string; until: string }[];
  isPast: boolean;
}

/** The hours of the week nobody covers, from now on, in words. */
export function DutyGaps({ gaps, isPast }: DutyGapsProps) {
  const t = useTranslations("consultations.roster");
  const f = useFormat();
  return (
    <Sheet labelledBy="duty-gaps">
      <SectionHead
        id="duty-gaps"
        title={t("gaps")}
        note={gaps.length > 0 ? t("count", { count: gaps.length }) : null}
      />
      {gaps.length === 0 ? <p className={styles.facts}>{t(isPast ? "gapsPast" : "gapsNone")}</p> : null}
      <ul className={styles.gaps}>
        {gaps.map(({ from, until }) => (
          <li key={from}>{t("gap", { from: f.dateTime(from), until: f.dateTime(until) })}</li>
        ))}
      </ul>
    </Sheet>
  );
}
