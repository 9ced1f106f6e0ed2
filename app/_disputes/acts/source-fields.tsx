import { useTranslations } from "next-intl";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { registerDisputeLimits } from "@/app/_ui/limits/disputes";
import { type Source, sources, type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import { isReferral } from "@/server/disputes/choices";

interface Referral {
  source: Source;
  referredBy: string;
  referralNumber: string;
}
interface SourceFieldsProps {
  values: Referral;
  onChange: (part: Partial<Referral>) => void;
  /** Whether a court has filed the matter is asked anew. */
  isAsked: boolean;
  inCourt: YesNoUnclear | null;
  onAnswer: (answer: YesNoUnclear) => void;
}

/** How the matter came in, which office referred it, and the question of the gate that rests on it. Nothing is pre-chosen. */
export function SourceFields({ values, onChange, isAsked, inCourt, onAnswer }: SourceFieldsProps) {
  const t = useTranslations("disputes.correct");
  const words = useTranslations("vocabulary.sources");
  const answers = useTranslations("vocabulary.yesNoUnclear");
  const { source, referredBy, referralNumber } = values;
  return (
    <>
      <SelectField
        label={t("fields.source")}
        options={sources.map((value) => ({ value, label: words(value) }))}
        value={source}
        onChange={(event) => onChange({ source: sources.find((one) => one === event.currentTarget.value) ?? source })}
      />
      {isReferral(source) ? (
        <>
          <TextField
            label={t("fields.referredBy")}
            maxLength={registerDisputeLimits.referredBy}
            value={referredBy}
            onChange={(event) => onChange({ referredBy: event.currentTarget.value })}
          />
          <TextField
            label={t("fields.referralNumber")}
            maxLength={registerDisputeLimits.referralNumber}
            value={referralNumber}
            onChange={(event) => onChange({ referralNumber: event.currentTarget.value })}
          />
        </>
      ) : null}
      {isAsked ? (
        <SegmentField<YesNoUnclear>
          label={t("inCourt")}
          hint={t("inCourtHint")}
          segments={yesNoUnclear.map((value) => ({ value, label: answers(value) }))}
          value={inCourt}
          onChange={onAnswer}
        />
      ) : null}
    </>
  );
}
