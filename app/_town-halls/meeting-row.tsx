"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { closeMeetingLimits } from "@/app/_ui/limits/town-halls";
import { Tag } from "@/app/_ui/text/tag";
import type { MeetingCard, TownHallChoices } from "@/server/town-halls/queries";
import { MoveMeeting } from "./move-meeting";
import styles from "./town-halls.module.css";

interface MeetingRowProps {
  meeting: MeetingCard;
  rooms: TownHallChoices["rooms"] | null;
  now: string;
}

/** One meeting: can be moved or cancelled before it begins, recorded afterwards. */
export function MeetingRow({ meeting, rooms, now }: MeetingRowProps) {
  const t = useTranslations("townHalls.meeting");
  const status = useTranslations("vocabulary.meetingStatuses");
  const f = useFormat();
  const trpc = useTRPC();
  const [open, setOpen] = useState<"move" | "write" | "cancel" | null>(null);
  const cancel = useAct(trpc.townHalls.cancelMeeting.mutationOptions(), { onDone: () => setOpen(null) });
  const span = f.span(meeting.startsAt, meeting.endsAt);
  const isAhead = Date.parse(meeting.startsAt) > Date.parse(now);
  const toggle = (what: "move" | "write" | "cancel") => setOpen((before) => (before === what ? null : what));
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <b>{span}</b>{" "}
        {meeting.status === "booked" ? (
          isAhead ? null : (
            <Tag tone="amber">{t("toWrite")}</Tag>
          )
        ) : (
          <Tag>{status(meeting.status)}</Tag>
        )}
        <p className={styles.faint}>
          {meeting.point} {meeting.room}
        </p>
        {meeting.summary ? <p>{meeting.summary}</p> : null}
        {cancel.problem ? <ProblemNote problem={cancel.problem} /> : null}
      </div>
      {rooms && meeting.status !== "cancelled" ? (
        <div className={styles.acts}>
          {meeting.status === "booked" && isAhead ? (
            <>
              <Button
                small
                aria-expanded={open === "move"}
                aria-label={t("moveWhat", { span })}
                onClick={() => toggle("move")}
              >
                {t("move")}
              </Button>
              <Button
                small
                variant="stop"
                aria-expanded={open === "cancel"}
                aria-label={t("cancelWhat", { span })}
                onClick={() => toggle("cancel")}
              >
                {t("cancel")}
              </Button>
            </>
          ) : (
            <Button
              small
              aria-expanded={open === "write"}
              aria-label={t("writeWhat", { span })}
              onClick={() => toggle("write")}
            >
              {meeting.summary ? t("rewrite") : t("write")}
            </Button>
          )}
        </div>
      ) : null}
      {open === "move" && rooms ? <MoveMeeting meeting={meeting} rooms={rooms} onDone={() => setOpen(null)} /> : null}
      {open === "cancel" ? (
        <div className={styles.inside}>
          <p>{t("cancelText")}</p>
          <Button variant="stop" busy={cancel.isBusy} onClick={() => cancel.run({ meetingId: meeting.id })}>
            {t("cancelSubmit")}
          </Button>
        </div>
      ) : null}
      {open === "write" ? <WriteUp meeting={meeting} onDone={() => setOpen(null)} /> : null}
    </li>
  );
}

function WriteUp({ meeting, onDone }: { meeting: MeetingCard; onDone: () => void }) {
  const t = useTranslations("townHalls.meeting");
  const trpc = useTRPC();
  const [summary, setSummary] = useState(meeting.summary);
  const close = useAct(trpc.townHalls.close.mutationOptions(), { onDone });
  return (
    <form method="dialog" className={styles.inside} onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={t("summary")}
        hint={t("summaryHint")}
        maxLength={closeMeetingLimits.summary}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      {close.problem ? <ProblemNote problem={close.problem} /> : null}
      <NeedsButton
        isSubmit
        variant="outline"
        needs={[[t("summary"), summary.trim() !== ""]]}
        isBusy={close.isBusy}
        onGo={() => void close.run({ meetingId: meeting.id, summary })}
      >
        {t("submit")}
      </NeedsButton>
    </form>
  );
}
