"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PrintButton } from "@/app/_record/print-button";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";

interface SlipToolsProps {
  disputeId: string;
  /** Whether a slip is shown that can be printed. */
  isMade: boolean;
  /** Whether one works, so that it can be revoked. */
  works: boolean;
  mayMake: boolean;
  mayRevoke: boolean;
}

/** Makes, prints and revokes the slip on the sheet below. */
export function SlipTools({ disputeId, isMade, works, mayMake, mayRevoke }: SlipToolsProps) {
  const t = useTranslations("slips");
  const trpc = useTRPC();
  const make = useAct(trpc.slips.make.mutationOptions());
  const [isRevoking, setRevoking] = useState(false);
  return (
    <>
      {isMade ? <PrintButton /> : null}
      {mayMake ? (
        <Button variant={isMade ? "outline" : "go"} busy={make.isBusy} onClick={() => make.run({ disputeId })}>
          {t(works ? "again" : "make")}
        </Button>
      ) : null}
      {works && mayRevoke ? <Button onClick={() => setRevoking(true)}>{t("revoke")}</Button> : null}
      {make.problem ? <ProblemNote problem={make.problem} code={make.problem.reference} /> : null}
      {isRevoking ? <RevokeDialog disputeId={disputeId} onClose={() => setRevoking(false)} /> : null}
    </>
  );
}

function RevokeDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
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
