"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";

/** A slip that is lost, or in the wrong hands, tells nothing any more. */
export function RevokeDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("slips");
  const act = useAct(useTRPC().slips.revoke.mutationOptions(), { onDone: onClose });
  return (
    <ActDialog
      title={t("revokeTitle")}
      verb={t("revokeGo")}
      leave={t("revokeLeave")}
      act={act}
      onGo={() => act.run({ disputeId })}
      onClose={onClose}
    >
      <p>{t("revokeText")}</p>
    </ActDialog>
  );
}
