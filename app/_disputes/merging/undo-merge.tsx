"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { undoMergeLimits } from "@/app/_ui/limits/merging";

/** They were two matters after all. */
export function UndoMerge({ disputeId, mergeId }: { disputeId: string; mergeId: string }) {
  const t = useTranslations("disputes.merge");
  const [isOpen, setOpen] = useState(false);
  const act = useAct(useTRPC().merging.undo.mutationOptions(), { onDone: () => setOpen(false) });
  return (
    <>
      <Button small variant="text" onClick={() => setOpen(true)}>
        {t("undo")}
      </Button>
      {isOpen ? (
        <ReasonActDialog
          title={t("undoTitle")}
          what={t("undoWhat")}
          label={t("undoReason")}
          verb={t("undo")}
          tone="stop"
          maxLength={undoMergeLimits.reason}
          act={act}
          onGo={(reason) => act.run({ disputeId, mergeId, reason })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
