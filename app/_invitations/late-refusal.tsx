"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import type { OwnInvitation } from "@/server/invitations/reads/own";

const loadDialogs = () => import("./answer-dialogs");

/** Cancels an earlier yes, because a cancellation is better than not turning up. */
export function LateRefusal({ invitation }: { invitation: OwnInvitation }) {
  const t = useTranslations("invitations");
  const [isOpen, setOpen] = useState(false);
  const { part, hasFailed } = useLater(loadDialogs, isOpen);
  const Decline = isOpen && part ? part.dialogs.decline : null;
  return (
    <div>
      <Button variant="stop" busy={isOpen && !part && !hasFailed} onClick={() => setOpen(true)}>
        {t("cannotCome")}
      </Button>
      {hasFailed ? <LaterFailed /> : null}
      {Decline ? <Decline invitation={invitation} invitationId={invitation.id} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
