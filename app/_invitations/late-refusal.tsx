"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { DeclineDialog } from "./decline-dialog";

/** Something came between after they had said yes: better told than stayed away. */
export function LateRefusal({ invitation }: { invitation: OwnInvitation }) {
  const t = useTranslations("invitations");
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button variant="stop" onClick={() => setOpen(true)}>
        {t("cannotCome")}
      </Button>
      {isOpen ? (
        <DeclineDialog
          invitation={invitation}
          access={{ invitationId: invitation.id }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
