"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { useFormat } from "@/app/_ui/format/use-format";
import { cancelSessionLimits } from "@/app/_ui/limits/sessions";
import { useRoomWords } from "./room-words";
import type { Session } from "./session";

/** The button and the question "why"; room and people become free again. */
export function CancelDialog({ disputeId, session }: { disputeId: string; session: Session }) {
  const t = useTranslations("sessions.cancel");
  const f = useFormat();
  const roomWords = useRoomWords();
  const [isOpen, setOpen] = useState(false);
  const cancel = useAct(useTRPC().sessions.cancel.mutationOptions(), { onDone: () => setOpen(false) });
  const people = session.people.filter((one) => one.personId).length;
  return (
    <>
      <Button variant="stop" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ReasonActDialog
        isOpen={isOpen}
        title={t("title", { n: session.ordinal })}
        what={t("what", {
          span: f.span(session.startsAt, session.endsAt),
          room: roomWords(session.room),
          count: people,
        })}
        label={t("reason")}
        maxLength={cancelSessionLimits.reason}
        verb={t("submit")}
        tone="stop"
        leave={t("back")}
        act={cancel}
        refusal="last"
        onGo={(reason) => cancel.run({ disputeId, sessionId: session.id, sessionVersion: session.version, reason })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
