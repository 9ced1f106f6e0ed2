"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { PrintButton } from "@/app/_record/print-button";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";

const loadRevoke = withLaterWords("_slips/revoke-dialog", () =>
  import("./revoke-dialog").then((it) => it.RevokeDialog),
);

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
      {isRevoking ? <LaterDialog load={loadRevoke} props={{ disputeId, onClose: () => setRevoking(false) }} /> : null}
    </>
  );
}
