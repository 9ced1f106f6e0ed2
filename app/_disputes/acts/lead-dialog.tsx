"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { setLeadLimits } from "@/app/_ui/limits/handovers";
import type { Track } from "@/db/vocabulary";
import type { NotFreeWay } from "@/server/handovers/choices";
import { ComingSeats, notFreeOf } from "./coming-seats";
import { useLeadOptions } from "./lead-options";

interface LeadDialogProps {
  disputeId: string;
  track: Track;
  lead: { id: string; name: string };
  onClose: () => void;
}

/** Another lead for the open proceeding, with a reason. */
export function LeadDialog({ disputeId, track, lead, onClose }: LeadDialogProps) {
  const t = useTranslations("disputes.lead");
  const trpc = useTRPC();
  const people = useQuery(trpc.disputes.leads.queryOptions({ disputeId }));
  const options = useLeadOptions(people.data ?? [], track);
  const act = useAct(trpc.handovers.setLead.mutationOptions(), { onDone: onClose });
  const seen = useSeen({ version: lead.id, values: lead.name });
  const [leadPersonId, choose] = useState("");
  const [leadUnit, setUnit] = useState("");
  const [reason, setReason] = useState("");
  const [way, setWay] = useState<NotFreeWay>("ask");
  const seats = useQuery({
    ...trpc.handovers.comingSeats.queryOptions({ disputeId, leadPersonId }),
    enabled: leadPersonId !== "",
  });
  const isAnswered = seats.data !== undefined && (way !== "ask" || notFreeOf(seats.data).length === 0);
  const next = people.data?.find(({ id }) => id === leadPersonId)?.name ?? "";
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={leadPersonId === "" || isAnswered}
      needs={[
        [t("person"), leadPersonId !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, leadSeen: seen.version, leadPersonId, leadUnit, reason, whereNotFree: way })}
      onClose={onClose}
    >
      <NewerValues seen={seen} words={(name) => [{ label: t("person"), value: name }]} onTake={onClose} />
      <SelectField
        label={t("person")}
        placeholder={t("choose")}
        options={options}
        value={leadPersonId}
        onChange={(event) => {
          choose(event.currentTarget.value);
          setWay("ask");
        }}
      />
      {seats.data && <ComingSeats seats={seats.data} names={{ former: lead.name, next }} way={way} onWay={setWay} />}
      <TextField
        label={t("unit")}
        hint={t("unitHint")}
        maxLength={setLeadLimits.leadUnit}
        value={leadUnit}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={setLeadLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
