"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { itself } from "@/app/_binding/speaker-options";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { recordLeadRequestLimits } from "@/app/_ui/limits/handovers";
import { type LeadRequestMeans, leadRequestMeans, type Track } from "@/db/vocabulary";
import { useLeadOptions } from "./lead-options";

interface LeadRequestDialogProps {
  disputeId: string;
  track: Track;
  lead: { id: string; name: string };
  version?: number;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** A party asks for another mediator or officer: who, how, when, why, and whom they would like. */
export function LeadRequestDialog({ disputeId, track, lead, version, today, onClose }: LeadRequestDialogProps) {
  const t = useTranslations("disputes.leadRequest");
  const means = useTranslations("vocabulary.leadRequestMeans");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.handovers.leadRequestsOf.queryOptions({ disputeId }));
  const people = useQuery(trpc.disputes.leads.queryOptions({ disputeId }));
  const options = useLeadOptions(people.data ?? [], track).filter(({ value }) => value !== lead.id);
  const act = useAct(trpc.handovers.recordLeadRequest.mutationOptions(), { onDone: onClose });
  const speakers = useSpeakers({ purpose: "consent", track });
  const [partyId, choose] = useState("");
  const [how, setHow] = useState<LeadRequestMeans>("spoken");
  const [askedOn, setAskedOn] = useState(today);
  const [reason, setReason] = useState("");
  const [wished, wish] = useState("");
  const parties = data?.parties ?? [];
  const party = parties.find((one) => one.id === partyId);
  const speaker = party ? speakers.of(party) : null;
  const spoken = useSpeakerNeeds(speakers);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("who"), party !== undefined],
        ...spoken(party ? [party] : []),
        [t("on"), askedOn !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() =>
        act.run({
          disputeId,
          version,
          partyId,
          spokenByLinkId: speaker === itself ? null : speaker,
          means: how,
          askedOn,
          reason,
          wishedPersonId: wished === "" ? null : wished,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t(track === "publicSecurity" ? "whatOfficer" : "what", { lead: lead.name })}</p>
        <SelectField
          label={t("who")}
          placeholder={t("choose")}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          value={partyId}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {party ? <SpeakerField party={party} speakers={speakers} /> : null}
        <SegmentField
          label={t("how")}
          value={how}
          onChange={setHow}
          segments={leadRequestMeans.map((value) => ({ value, label: means(value) }))}
        />
        <DateTimeField part="date" label={t("on")} value={askedOn} onChange={setAskedOn} maxDay={today} />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={recordLeadRequestLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <SelectField
          label={t("wished")}
          options={[{ value: "", label: t("nobody") }, ...options]}
          value={wished}
          onChange={(event) => wish(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
