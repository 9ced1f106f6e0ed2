"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { TextField } from "@/app/_ui/fields/text-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { agreementClausesMax, instalmentsMax } from "@/server/agreements/choices";
import type { ClauseDraft } from "./clause-draft";
import { inInstalments, instalmentsOf } from "./instalments";

interface InstalmentFieldsProps {
  clause: ClauseDraft;
  /** Clauses of the draft by now. */
  count: number;
  onChange: (over: Pick<ClauseDraft, "instalments">) => void;
  /** With a clause for each part, in place of this one. */
  onSplit: (parts: ClauseDraft[]) => void;
}

/** Of a payment: in how many parts, how far apart, and the press that makes a clause of each. */
export function InstalmentFields({ clause, count, onChange, onSplit }: InstalmentFieldsProps) {
  const t = useTranslations("agreements.form");
  if (clause.kind !== "pay") return null;
  const typed = clause.instalments ?? { count: "", months: "1" };
  const plan = instalmentsOf(clause);
  const parts = plan && inInstalments(clause);
  const fits = !parts || count - 1 + parts.length <= agreementClausesMax;
  const set = (over: Partial<typeof typed>) => {
    const next = { ...typed, ...over };
    onChange({ instalments: next.count === "" ? undefined : next });
  };
  return (
    <>
      <FormRow min={100}>
        <TextField
          label={t("instalments")}
          hint={t("instalmentsHint", { max: instalmentsMax.count })}
          inputMode="numeric"
          maxLength={instalmentsMax.digits}
          value={typed.count}
          onChange={(event) => set({ count: event.currentTarget.value })}
        />
        {clause.instalments ? (
          <TextField
            label={t("instalmentMonths")}
            hint={t("instalmentMonthsHint")}
            inputMode="numeric"
            maxLength={instalmentsMax.digits}
            value={typed.months}
            onChange={(event) => set({ months: event.currentTarget.value })}
          />
        ) : null}
      </FormRow>
      {plan ? (
        <>
          {parts && fits ? null : (
            <p>{fits ? t("instalmentsLack") : t("instalmentsTooMany", { max: agreementClausesMax })}</p>
          )}
          <div ref={showWhole}>
            <Button small disabled={!parts || !fits} onClick={() => parts && onSplit(parts)}>
              {t("split", { count: plan.count })}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}

/** What a typed number brings up below it is in sight, also where a foot bar covers half of a phone. */
const showWhole = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });
