"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextArea } from "@/app/_ui/fields/text-field";
import { cancelSessionLimits } from "@/app/_ui/fields/text-limits";
import { useFormat } from "@/app/_ui/format/use-format";
import { useRoomWords } from "./room-words";
import type { Session } from "./session";

/** The button and the question "why"; room and people become free again. */
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
      <ActDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title", { n: session.ordinal })}
        verb={t("submit")}
        tone="stop"
        leave={t("back")}
        act={cancel}
        isReady={reason.trim() !== ""}
        refusal="own"
        onGo={() => cancel.run({ disputeId, sessionId: session.id, sessionVersion: session.version, reason })}
      >
        <p>
          {t("what", { span: f.span(session.startsAt, session.endsAt), room: roomWords(session.room), count: people })}
        </p>
        <TextArea
          label={t("reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={cancelSessionLimits.reason}
        />
        {cancel.problem ? <ProblemNote problem={cancel.problem} /> : null}
      </ActDialog>
    </>
  );
}
