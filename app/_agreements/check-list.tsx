"use client";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useNames } from "@/app/_ui/format/use-names";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import styles from "./agreement.module.css";
import type { Check } from "./checks";

/** The checks made before signing; failed ones first, in words that name the clause. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("agreements.checks");
  const paper = useTranslations("agreements.paper");
  const names = useNames();
  const failed = checks.filter((check) => !check.isOk);
  const passed = checks.filter((check) => check.isOk);
  const words = (check: Check) =>
    t(`bad.${check.code}`, { clauses: check.clauses.join(paper("and")), names: names(check.names) });
  return (
    <Sheet labelledBy="checks-title">
      <SectionHead id="checks-title" title={t("title")} note={t("count", { all: checks.length, ok: passed.length })} />
      <ul id="checks" tabIndex={-1} className={styles.checks}>
        {failed.map((check) => (
          <li key={check.code} className={styles.failed}>
            <IconAlertTriangle aria-hidden />
            {words(check)}
          </li>
        ))}
        {passed.map((check) => (
          <li key={check.code} className={styles.passed}>
            <IconCheck aria-hidden />
            {t(`ok.${check.code}`)}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
