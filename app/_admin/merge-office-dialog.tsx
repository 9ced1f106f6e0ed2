"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { TextArea } from "@/app/_ui/fields/text-field";
import { mergeOfficeLimits } from "@/app/_ui/limits/places";
import type { OfficeKind } from "@/server/places/inputs";
import { OfficeWorkList } from "./office-work-list";
import { SuccessorField } from "./successor-field";

interface MergeOfficeDialogProps {
  kind: OfficeKind;
  id: string;
  name: string;
  onClose: () => void;
}

/** Closes a station or committee whose work another one takes: what goes, and what holds where both have the same, is listed before. */
export function MergeOfficeDialog({ kind, id, name, onClose }: MergeOfficeDialogProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const [successorId, choose] = useState("");
  const [reason, setReason] = useState("");
  const { data: work } = useQuery({
    ...trpc.places.officeWork.queryOptions({ kind, officeId: id, successorId: successorId || null }),
    placeholderData: keepPreviousData,
  });
  const act = useAct(trpc.places.mergeOffice.mutationOptions(), {
    onDone: () => {
      onClose();
      showToast({ message: t("merged", { name }) });
    },
  });
  return (
    <ActDialog
      title={t("mergeQuestion", { name })}
      verb={t("mergeVerb")}
      tone="stop"
      act={act}
      gap={12}
      refusal="last"
      isReady={successorId === "" || work !== undefined}
      needs={[
        [t("successor"), successorId !== ""],
        [t("mergeReason"), reason.trim().length >= 2],
      ]}
      onGo={() => act.run({ kind, id, successorId, reason })}
      onClose={onClose}
    >
      <p>{t(kind === "station" ? "mergeStation" : "mergeCommittee")}</p>
      <SuccessorField successors={work?.successors} none={t("noOtherOffice")} value={successorId} onChoose={choose} />
      {work ? <OfficeWorkList kind={kind} work={work} /> : null}
      <TextArea
        label={t("mergeReason")}
        minRows={2}
        maxLength={mergeOfficeLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
