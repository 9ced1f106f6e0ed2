"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { FormRow } from "@/app/_ui/layout/form-section";
import { templateClauseLimits } from "@/app/_ui/limits/agreements";
import { liabilities, obligationKinds, proofKinds } from "@/db/vocabulary";
import { clauseRoles, dueAfterMaxDays, instalmentsMax, type TemplateClause } from "@/server/agreements/choices";

interface ClauseFieldsProps {
  n: number;
  clause: TemplateClause;
  onChange: (clause: TemplateClause) => void;
  onRemove: () => void;
}

/** The option of a list that was chosen; null for the empty line. */
const chosen = <T extends string>(options: readonly T[], value: string): T | null =>
  options.find((one) => one === value) ?? null;

/** One clause of a template: what is owed, by whom to whom, when, and what shows that it was kept. */
export function ClauseFields({ n, clause, onChange, onRemove }: ClauseFieldsProps) {
  const t = useTranslations("templates.clauses");
  const words = useTranslations("vocabulary.liabilities");
  const set = (over: Partial<TemplateClause>) => onChange({ ...clause, ...over });
  return (
    <fieldset>
      <legend>{t("clause", { n })}</legend>
      <Stack gap={8}>
        <WhoAndWhat clause={clause} set={set} />
        <TextField
          label={t("condition")}
          maxLength={templateClauseLimits.condition}
          value={clause.condition}
          onChange={(event) => set({ condition: event.currentTarget.value })}
        />
        <TextArea
          label={t("text")}
          minRows={2}
          maxLength={templateClauseLimits.text}
          value={clause.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <TextField
          label={t("consequence")}
          maxLength={templateClauseLimits.consequence}
          value={clause.consequence}
          onChange={(event) => set({ consequence: event.currentTarget.value })}
        />
        <FormRow min={140}>
          <TextField
            label={t("days")}
            hint={t("daysHint")}
            inputMode="numeric"
            value={clause.dueAfterDays === null ? "" : String(clause.dueAfterDays)}
            onChange={({ currentTarget }) => {
              const days = /^\d{1,4}$/.test(currentTarget.value) ? Number(currentTarget.value) : null;
              set({ dueAfterDays: days !== null && days <= dueAfterMaxDays ? days : null });
            }}
          />
          {clause.kind === "pay" ? (
            <>
              <SelectField
                label={t("liability")}
                placeholder={t("later")}
                options={liabilities.map((value) => ({ value, label: words(value) }))}
                value={clause.liability ?? ""}
                onChange={({ currentTarget }) => set({ liability: chosen(liabilities, currentTarget.value) })}
              />
              <InstalmentsOf clause={clause} set={set} />
            </>
          ) : null}
        </FormRow>
        <Line>
          <Button small variant="stop" aria-label={t("removeOf", { n })} onClick={onRemove}>
            {t("remove")}
          </Button>
        </Line>
      </Stack>
    </fieldset>
  );
}

interface PartProps {
  clause: TemplateClause;
  set: (over: Partial<TemplateClause>) => void;
}

const upTo = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, i) => ({ value: String(least + i), label: String(least + i) }));
const countOptions = upTo(2, instalmentsMax.count);
const monthOptions = upTo(1, instalmentsMax.months);

/** In how many parts it is paid and how many months apart; at once where nothing is chosen. */
function InstalmentsOf({ clause: { instalments }, set }: PartProps) {
  const t = useTranslations("templates.clauses");
  return (
    <>
      <SelectField
        label={t("instalments")}
        placeholder={t("atOnce")}
        options={countOptions}
        value={instalments ? String(instalments.count) : ""}
        onChange={({ currentTarget }) => {
          const count = Number(currentTarget.value);
          set({ instalments: count ? { count, months: instalments?.months ?? 1 } : null });
        }}
      />
      {instalments ? (
        <SelectField
          label={t("months")}
          options={monthOptions}
          value={String(instalments.months)}
          onChange={({ currentTarget }) =>
            set({ instalments: { ...instalments, months: Number(currentTarget.value) } })
          }
        />
      ) : null}
    </>
  );
}

/** What kind of duty it is, whose, to whom, and its proof. */
function WhoAndWhat({ clause, set }: PartProps) {
  const t = useTranslations("templates.clauses");
  const kinds = useTranslations("vocabulary.obligationKinds");
  const proofs = useTranslations("vocabulary.proofKinds");
  const roles = clauseRoles.map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <FormRow min={140}>
      <SelectField
        label={t("kind")}
        options={obligationKinds.map((value) => ({ value, label: kinds(value) }))}
        value={clause.kind}
        onChange={({ currentTarget }) => {
          const kind = chosen(obligationKinds, currentTarget.value) ?? clause.kind;
          set(kind === "pay" ? { kind } : { kind, liability: null, instalments: null });
        }}
      />
      <SelectField
        label={t("proof")}
        options={proofKinds.map((value) => ({ value, label: proofs(value) }))}
        value={clause.proof}
        onChange={({ currentTarget }) => set({ proof: chosen(proofKinds, currentTarget.value) ?? clause.proof })}
      />
      <SelectField
        label={t("obligor")}
        options={roles}
        value={clause.obligor}
        onChange={({ currentTarget }) => set({ obligor: chosen(clauseRoles, currentTarget.value) ?? clause.obligor })}
      />
      <SelectField
        label={t("obligee")}
        placeholder={t("nobody")}
        options={roles}
        value={clause.obligee ?? ""}
        onChange={({ currentTarget }) => set({ obligee: chosen(clauseRoles, currentTarget.value) })}
      />
    </FormRow>
  );
}
