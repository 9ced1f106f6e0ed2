"use client";
import { useTranslations } from "next-intl";
import { CheckField } from "@/app/_ui/fields/check-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { CallChoice } from "@/server/disputes/reads/choices";
import type { SimilarReasons } from "@/server/disputes/reads/similar";
import { Matches } from "./matches";

interface SimilarCallsProps {
  calls: readonly (CallChoice & { reasons: SimilarReasons })[];
  /** Calls the page was opened from; always listed. */
  brought: readonly CallChoice[];
  chosen: readonly string[];
  onChoose: (callIds: string[]) => void;
}

/** The station's police calls without a dispute; the ticked ones are attached on saving. */
export function SimilarCalls({ calls, brought, chosen, onChoose }: SimilarCallsProps) {
  const t = useTranslations("register.similar");
  const f = useFormat();
  const others = brought
    .filter((call) => !calls.some((one) => one.id === call.id))
    .map((call) => ({ ...call, reasons: null }));
  const all = [...others, ...calls];
  if (all.length === 0) return null;
  return (
    <Sheet labelledBy="similar-calls">
      <SectionHead id="similar-calls" title={t("calls")} note={t("callsNote")} />
      {all.map((call) => (
        <CheckField
          key={call.id}
          label={<Facts items={[f.dayTime(call.calledAt), call.place]} />}
          hint={
            <span>
              {call.summary}{" "}
              {call.reasons ? <Matches found={[...call.reasons.phones, ...call.reasons.places]} /> : null}
            </span>
          }
          checked={chosen.includes(call.id)}
          onChange={(event) =>
            onChoose(event.currentTarget.checked ? [...chosen, call.id] : chosen.filter((id) => id !== call.id))
          }
        />
      ))}
    </Sheet>
  );
}
