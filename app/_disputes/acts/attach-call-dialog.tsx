"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Empty } from "@/app/_ui/feedback/empty";
import { Skeleton } from "@/app/_ui/feedback/skeleton";
import { CheckField } from "@/app/_ui/fields/check-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { listLimits } from "@/server/kernel/choices";

/** One more police call of the station that belongs to this matter. */
export function AttachCallDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.attach");
  const f = useFormat();
  const trpc = useTRPC();
  const calls = useQuery(trpc.disputes.looseCalls.queryOptions({}));
  const act = useAct(trpc.disputes.attachCall.mutationOptions(), { onDone: onClose });
  const [callId, choose] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={calls.data !== undefined && calls.data.length > 0}
      needs={[[t("title"), callId !== ""]]}
      onGo={() => act.run({ disputeId, callId })}
      onClose={onClose}
    >
      {calls.isPending ? <Skeleton count={3} /> : null}
      {calls.data?.length === 0 ? <Empty>{t("none")}</Empty> : null}
      {calls.data?.map((call) => (
        <CheckField
          key={call.id}
          isRadio
          name="call"
          label={t("call", { at: f.dayTime(call.calledAt), place: call.place })}
          hint={call.summary}
          checked={call.id === callId}
          onChange={() => choose(call.id)}
        />
      ))}
      <ListEnd rows={calls.data ?? []} most={listLimits.looseCalls} />
    </ActDialog>
  );
}
