"use client";
import { useTranslations } from "next-intl";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { amendPartyLimits } from "@/app/_ui/limits/disputes";

export interface Capacity {
  isMinor: boolean;
  lacksCapacity: boolean;
  /** "2009-06-01" or "". */
  bornOn: string;
  ownWagesReason: string;
}

/** Who acts for a person: a guardian for a minor or for an adult who cannot judge; a worker of 16 or more acts themself. */
export function CapacityFields({ value, onChange }: { value: Capacity; onChange: (part: Partial<Capacity>) => void }) {
  const t = useTranslations("disputes.parties");
  const { isMinor, lacksCapacity, bornOn, ownWagesReason } = value;
  return (
    <>
      <CheckField
        label={t("isMinor")}
        checked={isMinor}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          onChange({ isMinor: checked, ...(checked ? { lacksCapacity: false } : { ownWagesReason: "" }) });
        }}
      />
      {isMinor ? (
        <>
          <DateTimeField
            part="date"
            label={t("bornOn")}
            hint={t("bornOnHint")}
            value={bornOn}
            onChange={(day) => onChange({ bornOn: day })}
          />
          <TextArea
            minRows={2}
            label={t("ownWages")}
            hint={t("ownWagesHint")}
            maxLength={amendPartyLimits.ownWagesReason}
            value={ownWagesReason}
            onChange={(event) => onChange({ ownWagesReason: event.currentTarget.value })}
          />
        </>
      ) : (
        <CheckField
          label={t("lacksCapacity")}
          checked={lacksCapacity}
          onChange={(event) => onChange({ lacksCapacity: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** As the acts take it. */
export const capacityInput = ({ isMinor, lacksCapacity, bornOn, ownWagesReason }: Capacity) => ({
  isMinor,
  lacksCapacity,
  bornOn: bornOn || null,
  ownWagesReason,
});
