"use client";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { proposeAnswerLimits } from "@/app/_ui/limits/invitations";
import { mostProposals } from "@/server/invitations/choices";
import { type AnswerDialogProps, useAnswer } from "./answer-access";

const usualMinutes = 90;
const minute = 60_000;

/** When they could come instead, one line each; the lead sees them on the board. */
export function ProposeDialog({ invitation, invitationId, askingId, onClose }: AnswerDialogProps) {
  const t = useTranslations("invitations.proposeForm");
  const { from, offers } = invitation;
  const [times, setTimes] = useState<string[]>([""]);
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAnswer(invitationId, "propose", {
    askingId,
    onDone: () => {
      showToast({ message: t("done", { name: from.name }) });
      onClose();
    },
  });
  const [held] = offers;
  const minutes = held ? (Date.parse(held.endsAt) - Date.parse(held.startsAt)) / minute : usualMinutes;
  const starts = times.flatMap((time) => fromWallClock(time) ?? []);
  const set = (place: number, value: string) => setTimes(times.map((one, at) => (at === place ? value : one)));

  function propose() {
    setTried(true);
    if (starts.length === 0) return;
    const spans = starts.map((start) => ({
      startsAt: start.toISOString(),
      endsAt: new Date(start.getTime() + minutes * minute).toISOString(),
    }));
    void act.run({ times: spans, note });
  }

  return (
    <ActDialog
      onClose={onClose}
      title={t("title")}
      verb={t("do", { count: Math.max(starts.length, 1) })}
      leave={t("keep")}
      act={act}
      refusal="last"
      gap={12}
      onGo={propose}
    >
      <p>{t("text", { name: from.name, minutes })}</p>
      {times.map((time, place) => (
        <DateTimeField
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are added at the end alone and never taken away
          key={place}
          label={t("time", { number: place + 1 })}
          value={time}
          onChange={(value) => set(place, value)}
          minDay={toWallClock(new Date()).slice(0, 10)}
        />
      ))}
      {times.length < mostProposals ? (
        <Button variant="text" small icon={<IconPlus aria-hidden />} onClick={() => setTimes([...times, ""])}>
          {t("more")}
        </Button>
      ) : null}
      {isTried && starts.length === 0 ? <ErrorNote isFault>{t("need")}</ErrorNote> : null}
      <TextArea
        label={t("note")}
        minRows={2}
        maxLength={proposeAnswerLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
