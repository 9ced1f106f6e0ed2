"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { RoutesWords } from "@/app/_status/routes-words";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { PillField } from "@/app/_ui/fields/pill-field";
import { FormSection } from "@/app/_ui/layout/form-section";
import { type NonAcceptanceReason, nonAcceptanceReasons } from "@/db/vocabulary";
import { routesAfter } from "../routes-after";
import styles from "./triage.module.css";

/** Why it is not accepted, and which other routes people have (若干规定 22, 24). */
export function TriageRefusal({
  reason,
  onChoose,
  day,
}: {
  reason: NonAcceptanceReason | null;
  onChoose: (reason: NonAcceptanceReason) => void;
  /** The day on which it was refused. */
  day: Pick<ComponentProps<typeof HappenedDay>, "today" | "value" | "onChange">;
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
      <HappenedDay label={t("notAcceptedOn")} {...day} />
    </FormSection>
  );
}
