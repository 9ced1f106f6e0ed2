"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { limitOf } from "@/app/_ui/limit-of";
import { ProblemNote } from "@/app/_ui/problem-note";
import { TextArea } from "@/app/_ui/text-field";
import { useFormat } from "@/app/_ui/use-format";
import { cancelSessionInput } from "@/server/sessions/inputs";
import { useRoomWords } from "./room-words";
import type { Session } from "./session";

/** The button and the question "why"; the time is given back. */
export function CancelDialog({ disputeId, session }: { disputeId: string; session: Session }) {
  const t = useTranslations("sessions.cancel");
  const f = useFormat();
  const roomWords = useRoomWords();
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const cancel = useAct(trpc.sessions.cancel.mutationOptions(), { onDone: () => setOpen(false) });
  const people = session.people.filter((one) => one.personId).length;
  return (
    <>
      <Button variant="stop" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title", { n: session.ordinal })}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t("back")}</Button>
            <Button
              variant="stop"
              busy={cancel.isBusy}
              disabled={reason.trim() === ""}
              onClick={() => cancel.run({ disputeId, sessionId: session.id, sessionVersion: session.version, reason })}
            >
              {t("submit")}
            </Button>
          </>
        }
      >
        <p>
          {t("what", { span: f.span(session.startsAt, session.endsAt), room: roomWords(session.room), count: people })}
        </p>
        <TextArea
          label={t("reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={limitOf(cancelSessionInput, "reason")}
        />
        {cancel.problem ? <ProblemNote problem={cancel.problem} /> : null}
      </Dialog>
    </>
  );
}
