"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { unlinkDisputesLimits } from "@/app/_ui/limits/merging";

/** Takes a link to another matter away; that there was one stays. */
export function RemoveLink({ disputeId, linkId }: { disputeId: string; linkId: string }) {
  const t = useTranslations("disputes.link");
  const [isOpen, setOpen] = useState(false);
  const act = useAct(useTRPC().merging.unlink.mutationOptions(), { onDone: () => setOpen(false) });
  return (
    <>
      <Button small variant="text" onClick={() => setOpen(true)}>
        {t("remove")}
      </Button>
      {isOpen ? (
        <ReasonActDialog
          title={t("removeTitle")}
          label={t("removeReason")}
          verb={t("remove")}
          tone="stop"
          maxLength={unlinkDisputesLimits.reason}
          act={act}
          onGo={(reason) => act.run({ disputeId, linkId, reason })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
