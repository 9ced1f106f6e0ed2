"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { giveInstructionLimits } from "@/app/_ui/limits/instructions";
import { type InstructionKind, instructionKinds } from "@/db/vocabulary";

interface GiveInstructionDialogProps {
  disputeId: string;
  lead: string;
  onClose: () => void;
}

/** A head asks something of the lead: what, in words, and until when. The time is proposed until another is chosen. */
export function GiveInstructionDialog({ disputeId, lead, onClose }: GiveInstructionDialogProps) {
  const t = useTranslations("disputes.instruction");
  const kinds = useTranslations("vocabulary.instructionKinds");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.instructions.ofDispute.queryOptions({ disputeId }));
  const act = useAct(trpc.instructions.give.mutationOptions(), { onDone: onClose });
  const [kind, setKind] = useState<InstructionKind>("urge");
  const [wish, setWish] = useState("");
  const [chosen, choose] = useState<string | null>(null);
  const when = chosen ?? (data ? toWallClock(data.proposedAt) : "");
  const answerBy = fromWallClock(when);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("wish"), wish.trim() !== ""],
        [t("answerBy"), answerBy !== null],
      ]}
      onGo={() => act.run({ disputeId, kind, wish, answerBy: answerBy?.toISOString() ?? "" })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { lead })}</p>
        <SelectField
          label={t("kind")}
          options={instructionKinds.map((value) => ({ value, label: kinds(value) }))}
          value={kind}
          onChange={(event) => setKind(instructionKinds.find((one) => one === event.currentTarget.value) ?? kind)}
        />
        <TextArea
          label={t("wish")}
          hint={t(`hint.${kind}`)}
          minRows={2}
          maxLength={giveInstructionLimits.wish}
          value={wish}
          onChange={(event) => setWish(event.currentTarget.value)}
        />
        <DateTimeField label={t("answerBy")} value={when} onChange={choose} />
      </Stack>
    </ActDialog>
  );
}
