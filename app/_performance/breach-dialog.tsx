"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { recordBreachLimits } from "@/app/_ui/limits/performance";
import { type Remedy, remedies } from "@/db/vocabulary";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";

interface BreachDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  onClose: () => void;
}

/** Who has not performed since when, and what the obligee was told they can do (人民调解法 32、33). */
export function BreachDialog({ page, obligation, onClose }: BreachDialogProps) {
  const t = useTranslations("performance.breach");
  const words = useTranslations("vocabulary.remedies");
  const act = useAct(useTRPC().performance.breach.mutationOptions(), { onDone: onClose });
  const obligors = page.parties.filter((party) => obligation.obligorPartyIds.includes(party.id));
  const [partyId, setParty] = useState(obligors[0]?.id ?? "");
  const [on, setOn] = useState(obligation.isOverdue ? obligation.dueOn : page.today);
  const [note, setNote] = useState("");
  const [told, setTold] = useState<readonly Remedy[]>([]);
  return (
    <ActDialog
      title={t("title", { n: obligation.ordinal })}
      verb={t("verb")}
      act={act}
      needs={[
        [t("who"), partyId !== ""],
        [t("on"), on !== ""],
        [t("note"), note.trim() !== ""],
        [t("told"), told.length > 0],
      ]}
      onGo={() =>
        act.run({
          disputeId: page.disputeId,
          proceedingId: page.proceeding?.id,
          obligationId: obligation.id,
          partyId,
          breachedOn: on,
          note,
          remediesTold: [...told],
        })
      }
      onClose={onClose}
    >
      <Stack>
        <SelectField
          label={t("who")}
          options={obligors.map((party) => ({ value: party.id, label: party.name }))}
          value={partyId}
          onChange={(event) => setParty(event.currentTarget.value)}
        />
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <TextArea
          label={t("note")}
          minRows={2}
          maxLength={recordBreachLimits.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>{t("told")}</legend>
          <Stack gap={4}>
            {remedies.map((remedy) => (
              <CheckField
                key={remedy}
                label={words(remedy)}
                hint={t(`hint.${remedy}`)}
                checked={told.includes(remedy)}
                onChange={(event) =>
                  setTold(event.currentTarget.checked ? [...told, remedy] : told.filter((one) => one !== remedy))
                }
              />
            ))}
          </Stack>
        </fieldset>
      </Stack>
    </ActDialog>
  );
}
