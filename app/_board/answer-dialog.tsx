"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type SaidWhen, SaidWhenFields } from "@/app/_sessions/said-when";
import { dayAndTime, startOf } from "@/app/_sessions/when-fields";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { CheckField } from "@/app/_ui/fields/check-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { recordAnswerLimits } from "@/app/_ui/limits/invitations";
import { ownDeclineReasons } from "@/server/invitations/choices";
import type { BoardInvitation } from "@/server/invitations/reads/board";

type Answer = "accepted" | "declined";
/** A yes can be followed by a no, as with the invitee's own answers. */
const answersTo = (status: BoardInvitation["status"]): readonly Answer[] =>
  status === "accepted" ? ["declined"] : ["accepted", "declined"];

interface AnswerDialogProps {
  disputeId: string;
  invitation: BoardInvitation;
}

const blank = { saidBy: "", isUntied: false, reason: [] as string[], note: "" };

/** What is typed about one answer, and the act. */
function useHeardAnswer({ disputeId, invitation }: AnswerDialogProps, done: string) {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer>(answersTo(invitation.status)[0] ?? "declined");
  const [said, setSaid] = useState<SaidWhen>({ means: "phone", day: "", time: "" });
  const [typed, setTyped] = useState(blank);
  const enter = useAct(useTRPC().invitations.recordAnswer.mutationOptions(), {
    onDone: () => {
      setOpen(false);
      showToast({ message: done });
    },
  });
  const saidAt = startOf(said);
  const isYes = answer === "accepted";
  const reason = ownDeclineReasons.find((one) => one === typed.reason[0]) ?? null;
  function open() {
    enter.reset();
    setSaid({ means: "phone", ...dayAndTime(new Date().toISOString()) });
    setTyped(blank);
    setOpen(true);
  }
  function go() {
    if (!saidAt) return;
    void enter.run({
      disputeId,
      invitationId: invitation.id,
      answer,
      means: said.means,
      saidBy: typed.saidBy,
      saidAt: saidAt.toISOString(),
      declaresNoTie: isYes && typed.isUntied,
      startsAt: isYes && invitation.session ? new Date(invitation.session.startsAt).toISOString() : null,
      reason: isYes ? null : reason,
      note: isYes ? "" : typed.note,
    });
  }
  return {
    isOpen,
    open,
    close: () => setOpen(false),
    answer,
    setAnswer,
    said,
    setSaid: (change: Partial<SaidWhen>) => setSaid((before) => ({ ...before, ...change })),
    typed,
    type: (change: Partial<typeof blank>) => setTyped((before) => ({ ...before, ...change })),
    enter,
    saidAt,
    isTieAnswered: !isYes || typed.isUntied || invitation.disclosedAt !== null,
    isReasoned: isYes || reason !== null,
    go,
  };
}

/** The button and the questions: what the invitee said by telephone or in person, when, and who said it. */
export function AnswerDialog(props: AnswerDialogProps) {
  const t = useTranslations("board.answer");
  const reasons = useTranslations("vocabulary.declineReasons");
  const when = useTranslations("sessions.telling");
  const { name, status } = props.invitation;
  const { typed, type, ...form } = useHeardAnswer(props, t("done", { name }));
  return (
    <div>
      <Button small onClick={form.open}>
        {t("open")}
      </Button>
      <ActDialog
        isOpen={form.isOpen}
        onClose={form.close}
        title={t("title", { name })}
        verb={t("submit")}
        leave={t("back")}
        act={form.enter}
        refusal="last"
        gap={12}
        needs={[
          [when("day"), form.said.day !== ""],
          [when("time"), form.saidAt !== null],
          [t("noTie"), form.isTieAnswered],
          [t("reason"), form.isReasoned],
        ]}
        onGo={form.go}
      >
        <p>{t("what")}</p>
        <SegmentField
          label={t("answer")}
          segments={answersTo(status).map((value) => ({ value, label: t(value) }))}
          value={form.answer}
          onChange={form.setAnswer}
        />
        <SaidWhenFields value={form.said} onChange={form.setSaid} />
        <TextField
          label={t("saidBy")}
          value={typed.saidBy}
          maxLength={recordAnswerLimits.saidBy}
          onChange={(event) => type({ saidBy: event.currentTarget.value })}
        />
        {form.answer === "accepted" ? (
          <CheckField
            label={t("noTie")}
            checked={typed.isUntied}
            onChange={() => type({ isUntied: !typed.isUntied })}
          />
        ) : (
          <>
            <PillField
              label={t("reason")}
              options={ownDeclineReasons.map((value) => ({ value, label: reasons(value) }))}
              value={typed.reason}
              onChange={(reason) => type({ reason })}
            />
            <TextField
              label={t("note")}
              value={typed.note}
              maxLength={recordAnswerLimits.note}
              onChange={(event) => type({ note: event.currentTarget.value })}
            />
          </>
        )}
      </ActDialog>
    </div>
  );
}
