"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { loadGiveDialog } from "./load-give-dialog";

/** A head asks something of the lead from a list, without opening the matter: press on, a report, a joint meeting. */
export function AskLead({ disputeId, lead, title }: { disputeId: string; lead: string; title: string }) {
  const t = useTranslations("disputes.instruction.open");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button small onClick={() => setAsking(true)}>
        {t("give")}
        <span className="sr-only"> {title}</span>
      </Button>
      {isAsking ? (
        <LaterDialog load={loadGiveDialog} props={{ disputeId, lead, onClose: () => setAsking(false) }} />
      ) : null}
    </>
  );
}
