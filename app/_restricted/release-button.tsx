"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { reasonedLimits } from "@/app/_ui/limits/windows";

/** A head opens a restricted matter again, with a reason. */
export function ReleaseButton({ disputeId }: { disputeId: string }) {
  const t = useTranslations("restricted");
  const [isOpen, setIsOpen] = useState(false);
  const act = useAct(useTRPC().windows.release.mutationOptions(), { onDone: () => setIsOpen(false) });
  return (
    <>
      <Button small onClick={() => setIsOpen(true)}>
        {t("release")}
      </Button>
      {isOpen ? (
        <ReasonActDialog
          title={t("release")}
          what={t("releaseWhat")}
          label={t("reason")}
          maxLength={reasonedLimits.reason}
          verb={t("release")}
          tone="stop"
          act={act}
          onGo={(reason) => void act.run({ disputeId, reason })}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}
