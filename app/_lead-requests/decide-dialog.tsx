"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComingSeats, notFreeOf } from "@/app/_disputes/acts/coming-seats";
import { useLeadOptions } from "@/app/_disputes/acts/lead-options";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { decideLeadRequestLimits } from "@/app/_ui/limits/handovers";
import type { Track } from "@/db/vocabulary";
import type { NotFreeWay } from "@/server/handovers/choices";
import type { LeadRequest } from "@/server/handovers/reads/lead-requests";

interface DecideDialogProps {
  disputeId: string;
  track: Track;
  lead: { id: string; name: string };
  request: LeadRequest;
  onClose: () => void;
}

const outcomes = ["accepted", "declined", "withdrawn"] as const;
type Outcome = (typeof outcomes)[number];

/** The head's decision: another lead, with the sessions to come; the lead stays; or the party took it back. */
export function DecideDialog({ disputeId, track, lead, request, onClose }: DecideDialogProps) {
  const t = useTranslations("disputes.leadRequest");
  const trpc = useTRPC();
  const act = useAct(trpc.handovers.decideLeadRequest.mutationOptions(), { onDone: onClose });
  const [outcome, decide] = useState<Outcome | null>(null);
  const [chosen, choose] = useState(request.wished?.id ?? "");
  const [reason, setReason] = useState("");
  const [way, setWay] = useState<NotFreeWay>("ask");
  const isChange = outcome === "accepted";
  const people = useQuery(trpc.disputes.leads.queryOptions({ disputeId }));
  const options = useLeadOptions(people.data ?? [], track).filter(({ value }) => value !== lead.id);
  const seats = useQuery({
    ...trpc.handovers.comingSeats.queryOptions({ disputeId, leadPersonId: chosen }),
    enabled: isChange && chosen !== "",
  });
  const isAnswered =
    !isChange || (chosen !== "" && seats.data !== undefined && (way !== "ask" || notFreeOf(seats.data).length === 0));
  const next = people.data?.find(({ id }) => id === chosen)?.name ?? "";
  return (
    <ActDialog
      title={t("decide.title", { party: request.party || t("minor") })}
      verb={t("decide.verb")}
      act={act}
      isReady={!isChange || chosen === "" || isAnswered}
      needs={[
        [t("decide.outcome"), outcome !== null],
        [t("decide.newLead"), !isChange || chosen !== ""],
        [t("decide.reason"), reason.trim() !== ""],
      ]}
      onGo={() =>
        outcome !== null &&
        act.run({
          disputeId,
          requestId: request.id,
          outcome,
          reason,
          newLeadPersonId: isChange ? chosen : null,
          whereNotFree: way,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{request.reason}</p>
        <SegmentField
          label={t("decide.outcome")}
          value={outcome}
          onChange={decide}
          segments={outcomes.map((value) => ({ value, label: t(`decide.${value}`) }))}
        />
        {isChange ? (
          <SelectField
            label={t("decide.newLead")}
            placeholder={t("choose")}
            options={options}
            value={chosen}
            onChange={(event) => {
              choose(event.currentTarget.value);
              setWay("ask");
            }}
          />
        ) : null}
        {isChange && seats.data ? (
          <ComingSeats seats={seats.data} names={{ former: lead.name, next }} way={way} onWay={setWay} />
        ) : null}
        <TextArea
          label={t("decide.reason")}
          minRows={2}
          maxLength={decideLeadRequestLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
