"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { proceedingStatuses, riskLevels } from "@/db/vocabulary";
import styles from "./list.module.css";
import { type ListInput, listHref } from "./list-input";

/** Stage and risk; choosing goes there at once. */
export function DisputeFilters({ input }: { input: ListInput }) {
  const t = useTranslations("disputes.list");
  const statuses = useTranslations("vocabulary.proceedingStatuses");
  const risks = useTranslations("vocabulary.riskLevels");
  const router = useRouter();
  const statusOptions = [
    { value: "registered" as const, label: t("registered") },
    ...proceedingStatuses.map((value) => ({ value, label: statuses(value) })),
    { value: "notAccepted" as const, label: t("notAccepted") },
  ];
  return (
    <div className={styles.filters}>
      <FormRow min={160}>
        <SelectField
          label={t("filterStatus")}
          placeholder={t("anyStatus")}
          options={statusOptions}
          value={input.status ?? ""}
          onChange={(event) => {
            const status = statusOptions.find((option) => option.value === event.currentTarget.value)?.value ?? null;
            router.push(listHref({ ...input, status }));
          }}
        />
        <SelectField
          label={t("filterRisk")}
          placeholder={t("anyRisk")}
          options={riskLevels.map((value) => ({ value, label: risks(value) }))}
          value={input.risk ?? ""}
          onChange={(event) => {
            const risk = riskLevels.find((level) => level === event.currentTarget.value) ?? null;
            router.push(listHref({ ...input, risk }));
          }}
        />
      </FormRow>
    </div>
  );
}
