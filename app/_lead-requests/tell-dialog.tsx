"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpokenMeansField } from "@/app/_binding/spoken-means-field";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { Stack } from "@/app/_ui/layout/columns";
import type { SpokenMeans } from "@/db/vocabulary";

interface TellDialogProps {
  disputeId: string;
  requestId: string;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** How and when whoever asked was told of the decision. */
export function TellDialog({ disputeId, requestId, today, onClose }: TellDialogProps) {
  const t = useTranslations("disputes.leadRequest.tell");
  const act = useAct(useTRPC().handovers.tellLeadRequest.mutationOptions(), { onDone: onClose });
  const [means, setMeans] = useState<SpokenMeans>("inPerson");
  const [toldOn, setToldOn] = useState(today);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[[t("on"), toldOn !== ""]]}
      onGo={() => act.run({ disputeId, requestId, means, toldOn })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SpokenMeansField label={t("how")} value={means} onChange={setMeans} />
        <DateTimeField part="date" label={t("on")} value={toldOn} onChange={setToldOn} maxDay={today} />
      </Stack>
    </ActDialog>
  );
}
