"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { useFormat } from "@/app/_ui/format/use-format";
import { recordTransferResultLimits } from "@/app/_ui/limits/handovers";
import { UntilRead } from "./until-read";

/** What a body outside reported back of a matter it took. */
export function TransferResultDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.transfer");
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.handovers.transferOf.queryOptions({ disputeId }));
  const act = useAct(trpc.handovers.recordTransferResult.mutationOptions(), { onDone: onClose });
  const [reportedOn, setReportedOn] = useState<string | null>(null);
  const f = useFormat();
  const last = data?.last;
  if (!last) return <UntilRead title={t("recordResult")} error={error} onClose={onClose} />;
  return (
    <ReasonActDialog
      title={t("resultTitle", { to: last.toName })}
      what={last.result ? t("done", { to: last.toName, result: last.result }) : undefined}
      label={t("result")}
      maxLength={recordTransferResultLimits.result}
      verb={t("recordResult")}
      act={act}
      onGo={(result) => act.run({ disputeId, transferId: last.id, result, reportedOn })}
      onClose={onClose}
    >
      <HappenedDay label={t("reportedOn")} today={f.date(new Date())} value={reportedOn} onChange={setReportedOn} />
    </ReasonActDialog>
  );
}
