"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { endElectionLimits } from "@/app/_ui/limits/elections";

export interface Ending {
  electionId: string;
  who: "member" | "representative";
  partyId: string;
  name: string;
}

interface EndElectionDialogProps {
  disputeId: string;
  version: number;
  ending: Ending;
  today: string;
  onClose: () => void;
}

/** A member withdraws, or a representative represents nobody any more: since when and why. */
export function EndElectionDialog({ disputeId, version, ending, today, onClose }: EndElectionDialogProps) {
  const t = useTranslations("elections.end");
  const act = useAct(useTRPC().elections.end.mutationOptions(), { onDone: onClose });
  const { electionId, who, partyId, name } = ending;
  const [endedOn, setEndedOn] = useState(today);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t(who === "member" ? "memberTitle" : "representativeTitle", { name })}
      verb={t("verb")}
      act={act}
      needs={[
        [t("on"), endedOn !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, electionId, who, partyId, endedOn, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <DateTimeField part="date" label={t("on")} value={endedOn} onChange={setEndedOn} maxDay={today} />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={endElectionLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
