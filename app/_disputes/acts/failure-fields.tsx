import { useTranslations } from "next-intl";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { mediationFailures } from "@/db/vocabulary";

/** A refusal is recorded by its own act, with who refused. */
export const failures = mediationFailures.filter((one) => one !== "unwilling");

interface FailureFieldsProps {
  failure: string;
  failedOn: string;
  onFailure: (failure: string) => void;
  onFailedOn: (day: string) => void;
}

/** Why police mediation goes on to a penalty, and since which day (程序规定 185). */
export function FailureFields({ failure, failedOn, onFailure, onFailedOn }: FailureFieldsProps) {
  const t = useTranslations("endings.end");
  const words = useTranslations("vocabulary.mediationFailures");
  return (
    <>
      <SelectField
        label={t("failure")}
        placeholder={t("choose")}
        options={failures.map((one) => ({ value: one, label: words(one) }))}
        value={failure}
        onChange={(event) => onFailure(event.currentTarget.value)}
      />
      <DateTimeField
        part="date"
        label={t("failedOn")}
        hint={t("failedOnHint")}
        value={failedOn}
        onChange={onFailedOn}
      />
    </>
  );
}
