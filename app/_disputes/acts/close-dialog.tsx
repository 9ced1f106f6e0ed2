"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { closeProceedingLimits } from "@/app/_ui/limits/disputes";
import type { Outcome } from "@/db/vocabulary";
import { isToldInWords } from "@/server/disputes/choices";

interface CloseDialogProps {
  disputeId: string;
  version?: number;
  /** The outcomes the track offers, the usual one first. */
  outcomes: readonly Outcome[];
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** Closes a proceeding whose work is done, with its outcome. */
export function CloseDialog({ disputeId, version, outcomes, today, onClose }: CloseDialogProps) {
  const t = useTranslations("endings.close");
  const words = useTranslations("vocabulary.outcomes");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.close.mutationOptions(), { onDone: onClose });
  const [outcome, setOutcome] = useState<Outcome | undefined>(outcomes[0]);
  const [note, setNote] = useState("");
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const isTold = isToldInWords(outcome);
  const told = outcome === "calmed" ? t("calmed") : t("handedOn");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("outcome"), outcome !== undefined],
        [told, !isTold || note.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, outcome, note, happenedOn })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("outcome")}
          options={outcomes.map((one) => ({ value: one, label: words(one) }))}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
        />
        <TextArea
          label={isTold ? told : t("note")}
          minRows={2}
          maxLength={closeProceedingLimits.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
      </Stack>
    </ActDialog>
  );
}
