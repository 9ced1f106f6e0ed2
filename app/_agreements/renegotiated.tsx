"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";

/** Why an agreement in force is being agreed anew, while the new version is written or signed. */
export function Renegotiated({ page: { agreement } }: { page: AgreementPage }) {
  const t = useTranslations("agreements");
  if (!agreement?.replaces || agreement.effectiveAt) return null;
  const { replaces, renegotiatedReason: reason } = agreement;
  return <Banner>{t("state.renegotiating", { reason, number: replaces.number ?? "" })}</Banner>;
}

/** On the paper: which agreement this one takes the place of, and what had been paid under it (民法典 543). */
export function ReplacesWords({ page: { agreement } }: { page: AgreementPage }) {
  const t = useTranslations("agreements.paper");
  const f = useFormat(new Date(0));
  const replaces = agreement?.replaces;
  if (!replaces) return null;
  const paidFen = replaces.clauses.reduce((sum, clause) => sum + clause.paidFen, 0);
  return (
    <p className={styles.preamble}>
      {t("replaces", { earlier: replaces.number ?? t("replacesOral"), day: f.day(replaces.effectiveAt) })}
      {paidFen > 0 ? t("replacesPaid", { sum: f.yuan(yuanOfFen(paidFen)) }) : null}
    </p>
  );
}
