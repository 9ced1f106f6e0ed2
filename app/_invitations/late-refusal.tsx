"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { DeclineDialog } from "./decline-dialog";

/** Cancels an earlier yes, because a cancellation is better than not turning up. */
export function LateRefusal({ invitation }: { invitation: OwnInvitation }) {
  const t = useTranslations("invitations");
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button variant="stop" onClick={() => setOpen(true)}>
        {t("cannotCome")}
      </Button>
      {isOpen ? (
        <DeclineDialog invitation={invitation} invitationId={invitation.id} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}
