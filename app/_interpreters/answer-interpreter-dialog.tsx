"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpokenMeansField } from "@/app/_binding/spoken-means-field";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { recordAnswerLimits } from "@/app/_ui/limits/invitations";
import type { SpokenMeans } from "@/db/vocabulary";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";
import { ownDeclineReasons } from "@/server/invitations/choices";

interface AnswerInterpreterDialogProps {
  target: { disputeId: string; proceedingId: string | undefined };
  one: Interpreter;
  /** The hour of the session as the page shows it. */
  startsAt: string;
  onClose: () => void;
}

/** What whoever was asked to interpret said by telephone or in person, when, and who said it. */
export function AnswerInterpreterDialog({ target, one, startsAt, onClose }: AnswerInterpreterDialogProps) {
  const t = useTranslations("board.answer");
  const reasons = useTranslations("vocabulary.declineReasons");
  const act = useAct(useTRPC().interpreters.recordAnswer.mutationOptions(), { onDone: onClose });
  const hasSaidYes = one.asking?.status === "accepted";
  const [isYes, setYes] = useState(!hasSaidYes);
  const telling = useTranslations("sessions.telling");
  const [means, setMeans] = useState<SpokenMeans>("phone");
  const [at, setAt] = useState(() => toWallClock(new Date()));
  const [typed, setTyped] = useState({ saidBy: "", reason: [] as string[], note: "" });
  const saidAt = fromWallClock(at);
  const reason = ownDeclineReasons.find((value) => value === typed.reason[0]);
  function go() {
    if (!saidAt || !one.asking) return;
    const no = reason && ({ is: "no", reason, note: typed.note } as const);
    const answer = isYes ? ({ is: "yes", startsAt: new Date(startsAt).toISOString() } as const) : no;
    const heard = { means, saidBy: typed.saidBy, saidAt: saidAt.toISOString() };
    if (answer) void act.run({ ...target, askingId: one.asking.id, answer, ...heard });
  }
  return (
    <ActDialog
      title={t("title", { name: one.name })}
      verb={t("submit")}
      leave={t("back")}
      act={act}
      refusal="last"
      needs={[
        [telling("time"), saidAt !== null],
        [t("reason"), isYes || reason !== undefined],
      ]}
      onGo={go}
      onClose={onClose}
    >
      <Stack>
        <SegmentField
          label={t("answer")}
          segments={(hasSaidYes ? (["declined"] as const) : (["accepted", "declined"] as const)).map((value) => ({
            value,
            label: t(value),
          }))}
          value={isYes ? "accepted" : "declined"}
          onChange={(value) => setYes(value === "accepted")}
        />
        <SpokenMeansField label={telling("means")} value={means} onChange={setMeans} />
        <DateTimeField label={telling("time")} value={at} onChange={setAt} />
        <TextField
          label={t("saidBy")}
          value={typed.saidBy}
          maxLength={recordAnswerLimits.saidBy}
          onChange={(event) => setTyped({ ...typed, saidBy: event.currentTarget.value })}
        />
        {isYes ? null : (
          <>
            <PillField
              label={t("reason")}
              options={ownDeclineReasons.map((value) => ({ value, label: reasons(value) }))}
              value={typed.reason}
              onChange={(chosen) => setTyped({ ...typed, reason: chosen })}
            />
            <TextField
              label={t("note")}
              value={typed.note}
              maxLength={recordAnswerLimits.note}
              onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
            />
          </>
        )}
      </Stack>
    </ActDialog>
  );
}
