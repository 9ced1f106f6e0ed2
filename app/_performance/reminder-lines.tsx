"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import styles from "./performance.module.css";

/** So many reminders stand openly; more of them behind one line. */
const openMax = 2;

/** Who was reminded that the clause falls due, and whether it reached them, newest first. */
export function ReminderLines({ page, obligation }: { page: PerformancePage; obligation: ObligationLedger }) {
  const t = useTranslations("performance.table");
  const f = useFormat();
  const lines = obligation.reminders.map(({ id, partyId, kind, at, state }) => (
    <span key={id} className={styles.small}>
      {t("remindedLine", {
        at: f.happened(at),
        who: page.parties.find((party) => party.id === partyId)?.name ?? "",
        kind,
        state,
      })}
    </span>
  ));
  if (lines.length <= openMax) return <>{lines}</>;
  return (
    <details className={styles.entries}>
      <summary>{t("reminders", { count: lines.length })}</summary>
      {lines}
    </details>
  );
}
