"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoutesWords } from "@/app/_status/routes-words";
import { PillField } from "@/app/_ui/fields/pill-field";
import { FormSection } from "@/app/_ui/layout/form-section";
import { type NonAcceptanceReason, nonAcceptanceReasons } from "@/db/vocabulary";
import { routesAfter } from "../routes-after";
import styles from "./triage.module.css";

/** Why it is not accepted, and which other routes people have (若干规定 22, 24). */
export function TriageRefusal({
  reason,
  onChoose,
  children,
}: {
  reason: NonAcceptanceReason | null;
  onChoose: (reason: NonAcceptanceReason) => void;
  children: ReactNode;
}) {
  const t = useTranslations("triage");
  const words = useTranslations("vocabulary.nonAcceptanceReasons");
  return (
    <FormSection title={t("refuse")} hint={t("refuseHint")}>
      <PillField
        label={t("reason")}
        options={nonAcceptanceReasons.map((value) => ({ value, label: words(value) }))}
        value={reason ? [reason] : []}
        onChange={(chosen) => {
          const next = nonAcceptanceReasons.find((one) => one === chosen[0]);
          if (next) onChoose(next);
        }}
      />
      {reason ? (
        <p className={styles.quiet}>
          <RoutesWords routes={routesAfter[reason]} />
        </p>
      ) : null}
      {children}
    </FormSection>
  );
}
