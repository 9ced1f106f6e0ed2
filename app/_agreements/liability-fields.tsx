"use client";
import { useTranslations } from "next-intl";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { FormRow } from "@/app/_ui/layout/form-section";
import { type Liability, liabilities } from "@/db/vocabulary";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import { type ClauseDraft, isShared, sharesOf } from "./clause-draft";

interface LiabilityFieldsProps {
  parties: readonly AgreementParty[];
  clause: ClauseDraft;
  onChange: (over: Partial<ClauseDraft>) => void;
}

/** Of a payment of several: whether each owes the whole or a share, and which share (民法典 517、518). */
export function LiabilityFields({ parties, clause, onChange }: LiabilityFieldsProps) {
  const t = useTranslations("agreements.form");
  const words = useTranslations("vocabulary.liabilities");
  const f = useFormat();
  if (!isShared(clause)) return null;
  const shares = sharesOf(clause);
  const least = shares && clause.liability === "equalShares" ? Math.min(...shares) : null;
  return (
    <>
      <SelectField
        label={t("liability")}
        hint={least === null ? t("liabilityHint") : t("each", { sum: f.money(yuanOfFen(least)) })}
        placeholder={t("chooseLiability")}
        options={liabilities.map((one) => ({ value: one, label: words(one) }))}
        value={clause.liability}
        onChange={(event) => onChange({ liability: event.currentTarget.value as Liability | "" })}
      />
      {clause.liability === "shares" ? (
        <FormRow min={170}>
          {clause.obligorPartyIds.map((id) => (
            <MoneyField
              key={id}
              label={t("shareOf", { name: parties.find((party) => party.id === id)?.name ?? "" })}
              value={clause.shares[id] ?? ""}
              onChange={(yuan) => onChange({ shares: { ...clause.shares, [id]: yuan } })}
            />
          ))}
        </FormRow>
      ) : null}
    </>
  );
}
