"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { disputeTypes, proceedingStatuses, riskLevels, sources, tracks } from "@/db/vocabulary";
import styles from "./list.module.css";
import { type ListInput, listHref } from "./list-input";

/** Stage, risk, source, type and track; choosing goes there at once. What else a row says is found by the search. */
export function DisputeFilters({ input }: { input: ListInput }) {
  const t = useTranslations("disputes.list");
  const statuses = useTranslations("vocabulary.proceedingStatuses");
  const risks = useTranslations("vocabulary.riskLevels");
  const sourceWords = useTranslations("vocabulary.sources");
  const types = useTranslations("vocabulary.disputeTypes");
  const trackWords = useTranslations("vocabulary.tracks");
  const router = useRouter();
  const go = (over: Partial<ListInput>) => router.push(listHref({ ...input, ...over }));
  return (
    <div className={styles.filters}>
      <FormRow min={130}>
        <Choice
          label={t("filterStatus")}
          any={t("anyStatus")}
          options={[
            { value: "registered" as const, label: t("registered") },
            ...proceedingStatuses.map((value) => ({ value, label: statuses(value) })),
            { value: "notAccepted" as const, label: t("notAccepted") },
          ]}
          value={input.status}
          onChoose={(status) => go({ status })}
        />
        <Choice
          label={t("filterRisk")}
          any={t("anyRisk")}
          options={riskLevels.map((value) => ({ value, label: risks(value) }))}
          value={input.risk}
          onChoose={(risk) => go({ risk })}
        />
        <Choice
          label={t("filterSource")}
          any={t("anyRisk")}
          options={sources.map((value) => ({ value, label: sourceWords(value) }))}
          value={input.source}
          onChoose={(source) => go({ source })}
        />
        <Choice
          label={t("filterType")}
          any={t("anyRisk")}
          options={disputeTypes.map((value) => ({ value, label: types(value) }))}
          value={input.type}
          onChoose={(type) => go({ type })}
        />
        <Choice
          label={t("filterTrack")}
          any={t("anyRisk")}
          options={tracks.map((value) => ({ value, label: trackWords(value) }))}
          value={input.track}
          onChoose={(track) => go({ track })}
        />
      </FormRow>
      <small>{t("filterNote")}</small>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  /** What it is called when nothing is chosen. */
  any: string;
  options: { value: T; label: string }[];
  value: T | null;
  onChoose: (value: T | null) => void;
}

function Choice<T extends string>({ label, any, options, value, onChoose }: ChoiceProps<T>) {
  return (
    <SelectField
      label={label}
      placeholder={any}
      options={options}
      value={value ?? ""}
      onChange={(event) => onChoose(options.find((one) => one.value === event.currentTarget.value)?.value ?? null)}
    />
  );
}
