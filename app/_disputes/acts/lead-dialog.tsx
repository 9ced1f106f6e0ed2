"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { limitOf } from "@/app/_ui/fields/limit-of";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import type { Track } from "@/db/vocabulary";
import { setLeadInput } from "@/server/disputes/inputs";
import { useLeadOptions } from "./lead-options";

interface LeadDialogProps {
  disputeId: string;
  track: Track;
  version?: number;
  onClose: () => void;
}

/** Another lead for the open proceeding, with a reason. */
export function LeadDialog({ disputeId, track, version, onClose }: LeadDialogProps) {
  const t = useTranslations("disputes.lead");
  const trpc = useTRPC();
  const people = useQuery(trpc.disputes.leads.queryOptions({ disputeId }));
  const options = useLeadOptions(people.data ?? [], track);
  const act = useAct(trpc.disputes.setLead.mutationOptions(), { onDone: onClose });
  const [leadPersonId, choose] = useState("");
  const [leadUnit, setUnit] = useState("");
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={leadPersonId !== "" && reason.trim() !== ""}
      onGo={() => act.run({ disputeId, version, leadPersonId, leadUnit, reason })}
      onClose={onClose}
    >
      <SelectField
        label={t("person")}
        placeholder={t("choose")}
        options={options}
        value={leadPersonId}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextField
        label={t("unit")}
        hint={t("unitHint")}
        maxLength={limitOf(setLeadInput, "leadUnit")}
        value={leadUnit}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={limitOf(setLeadInput, "reason")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
