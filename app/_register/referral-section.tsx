"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/fields/text-field";
import { FormRow, FormSection } from "@/app/_ui/layout/form-section";
import { registerDisputeLimits } from "@/app/_ui/limits/disputes";
import type { Draft, Missing } from "./draft";

interface ReferralSectionProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  missing: readonly Missing[];
}

/** Which office referred the matter and under which number; a court that entrusts a case it has filed has to be named. */
export function ReferralSection({ draft, onChange, missing }: ReferralSectionProps) {
  const t = useTranslations("register.referral");
  const unsaid = (value: string) => (missing.includes("referral") && !value.trim() ? t("missing") : undefined);
  return (
    <FormSection title={t("title")} hint={t("hint")}>
      <FormRow>
        <TextField
          label={t("by")}
          maxLength={registerDisputeLimits.referredBy}
          value={draft.referredBy}
          error={unsaid(draft.referredBy)}
          onChange={(event) => onChange({ referredBy: event.currentTarget.value })}
        />
        <TextField
          label={t("number")}
          maxLength={registerDisputeLimits.referralNumber}
          value={draft.referralNumber}
          error={unsaid(draft.referralNumber)}
          onChange={(event) => onChange({ referralNumber: event.currentTarget.value })}
        />
      </FormRow>
    </FormSection>
  );
}
