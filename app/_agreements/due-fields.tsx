"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { dueAfterMaxDays } from "@/server/agreements/choices";
import { type ClauseDraft, dueAfterOf } from "./clause-draft";

const whens = ["day", "signing", "after"] as const;
type When = (typeof whens)[number];

const aMonthAfter = (day: string) => new Date(Date.parse(day) + 30 * 86_400_000).toISOString().slice(0, 10);

interface DueFieldsProps {
  today: string;
  clause: ClauseDraft;
  onChange: (over: Pick<ClauseDraft, "dueOn" | "dueAfter">) => void;
}

/** By when: a day, the day of signing, or so many days after it; the last two become days when the agreement is in force. */
export function DueFields({ today, clause, onChange }: DueFieldsProps) {
  const t = useTranslations("agreements.form");
  const { dueAfter } = clause;
  const when: When = dueAfter === undefined ? "day" : dueAfter === "0" ? "signing" : "after";
  const choose = (next: When) =>
    onChange({ dueOn: "", dueAfter: next === "day" ? undefined : next === "signing" ? "0" : "" });
  const setDay = (dueOn: string) => onChange({ dueOn, dueAfter: undefined });
  const isWrong = Boolean(dueAfter) && dueAfterOf(clause) === null;
  const range = t("dueAfterHint", { max: dueAfterMaxDays });
  return (
    <>
      <SegmentField
        label={t("when")}
        hint={when === "signing" ? t("signingHint") : undefined}
        segments={whens.map((value) => ({ value, label: t(`whens.${value}`) }))}
        value={when}
        onChange={choose}
      />
      {when === "signing" ? null : (
        <FormRow min={170}>
          {when === "day" ? (
            <div>
              <DateTimeField part="date" label={t("dueOn")} value={clause.dueOn} onChange={setDay} />
              <Button variant="text" small onClick={() => setDay(aMonthAfter(today))}>
                {t("month")}
              </Button>
            </div>
          ) : (
            <TextField
              label={t("dueAfter")}
              hint={range}
              error={isWrong ? range : undefined}
              inputMode="numeric"
              maxLength={String(dueAfterMaxDays).length}
              value={dueAfter ?? ""}
              onChange={(event) => onChange({ dueOn: "", dueAfter: event.currentTarget.value })}
            />
          )}
        </FormRow>
      )}
    </>
  );
}
