"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { endProceedingLimits } from "@/app/_ui/limits/disputes";
import type { OtherRoute, Outcome, ProceedingStatus, Track } from "@/db/vocabulary";
import { endOutcomesOf } from "@/server/disputes/choices";
import { AttemptFields, useAttempts } from "./attempt-fields";
import { FailureFields, failures } from "./failure-fields";
import { RoutesToldField } from "./routes-told-field";
import { SettledByFields, useSettledBy } from "./settled-by-fields";

interface EndDialogProps {
  disputeId: string;
  track: Track;
  status: ProceedingStatus;
  version?: number;
  /** What was answered since has closed this track. */
  isGateShut?: boolean;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** Ends a proceeding without a settlement: how, why, and which other routes people were told (人民调解法 26；程序规定 185). */
export function EndDialog({ disputeId, track, status, version, isGateShut, today, onClose }: EndDialogProps) {
  const t = useTranslations("endings.end");
  const outcomeWords = useTranslations("vocabulary.outcomes");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.end.mutationOptions(), { onDone: onClose });
  const outcomes = endOutcomesOf(track, status, isGateShut);
  const [outcome, setOutcome] = useState<Outcome | undefined>(outcomes[0]);
  const [reason, setReason] = useState("");
  const [routes, setRoutes] = useState<readonly OtherRoute[]>([]);
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  const [failedOn, setFailedOn] = useState("");
  const isPenalty = outcome === "publicSecurityToPenalty";
  const why = isPenalty ? (failures.find((one) => one === failure) ?? null) : null;
  const settled = useSettledBy({ disputeId, track, isAsked: outcome === "settledWithdrawn" });
  const unreachable = useAttempts({ disputeId, isAsked: outcome === "unreachable" });
  const spoken = useSpeakerNeeds(settled.speakers);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("outcome"), outcome !== undefined],
        [t("failure"), !isPenalty || why !== null],
        [t("triedOn", { n: 1 }), outcome !== "unreachable" || unreachable.attempts.length > 0],
        ...spoken(outcome === "settledWithdrawn" && settled.party ? [settled.party] : []),
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() =>
        outcome &&
        act.run({
          disputeId,
          version,
          outcome,
          reason,
          routesTold: [...routes],
          happenedOn,
          failure: why,
          failedOn: why && failedOn ? failedOn : null,
          saidBy: settled.said ?? null,
          attempts: unreachable.attempts,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("outcome")}
          options={outcomes.map((one) => ({ value: one, label: outcomeWords(one) }))}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
        />
        {isPenalty ? (
          <FailureFields failure={failure} failedOn={failedOn} onFailure={setFailure} onFailedOn={setFailedOn} />
        ) : null}
        {outcome === "unreachable" ? <AttemptFields {...unreachable} today={today} /> : null}
        {outcome === "settledWithdrawn" ? <SettledByFields {...settled} /> : null}
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={endProceedingLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
        <RoutesToldField isPolice={track === "publicSecurity"} routes={routes} onChange={setRoutes} />
      </Stack>
    </ActDialog>
  );
}
