"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import styles from "./calendar.module.css";
import { freeNear, isPossible, judge, type MoveTarget } from "./move-target";
import { useMoveBooking } from "./use-move-booking";
import { useVerdictWords } from "./use-verdict-words";

/** Moving without dragging, for a phone: day, hour and room, checked beforehand in the same way as a dragged block. */
export function MoveFromList({ block }: { block: CalendarBlock }) {
  const t = useTranslations("calendar.move");
  const [isOpen, setOpen] = useState(false);
  const title = block.session?.title ?? block.meeting?.title ?? "";
  return (
    <>
      <Button small aria-label={t("grip", { title })} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <Question block={block} title={title} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface QuestionProps {
  block: CalendarBlock;
  title: string;
  onClose: () => void;
}

function Question({ block, title, onClose }: QuestionProps) {
  const t = useTranslations("calendar.move");
  const f = useFormat();
  const words = useVerdictWords();
  const trpc = useTRPC();
  const [when, setWhen] = useState(toWallClock(block.startsAt));
  const [roomId, setRoomId] = useState(block.roomId ?? "");
  const start = fromWallClock(when);
  const day = (start ? when : toWallClock(block.startsAt)).slice(0, 10);
  const asked = { bookingId: block.id, disputeId: block.session?.disputeId, from: day, to: day };
  const options = trpc.calendars.moveCheck.queryOptions(asked);
  const check = useQuery({ ...options, staleTime: 0, placeholderData: keepPreviousData });
  const target = start ? targetAt(block, start, roomId) : null;
  const isKnown = check.data && !check.isPlaceholderData;
  const verdict = isKnown && target ? judge(check.data, target, new Date()) : null;
  const roomName = check.data?.rooms.find(({ id }) => id === roomId)?.name ?? block.room;
  const reason = useDespite();
  const move = useMoveBooking(block, (done) => {
    onClose();
    reason.sayUncertain(done);
    if (target) showToast({ message: t("done", { span: f.span(target.startsAt, target.endsAt), room: roomName }) });
  });
  const isFree = isPossible(verdict);
  // Without dragging one cannot search for a free place, so the nearest ones are listed.
  const isBarred = verdict?.state === "taken" || verdict?.state === "closed";
  const near = check.data && target && isBarred ? freeNear(check.data, target, new Date(), 3) : [];
  const names = check.data?.people.map(({ name }) => name).join(t("comma")) ?? "";
  function change(next: { when?: string; roomId?: string }) {
    move.reset();
    reason.setDespite("");
    if (next.when !== undefined) setWhen(next.when);
    if (next.roomId !== undefined) setRoomId(next.roomId);
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t("question", { title })}
      verb={t("submitPlain")}
      leave={t("back")}
      act={move}
      isReady={when === "" || isFree}
      needs={[[t("when"), when !== ""]]}
      refusal="own"
      gap={12}
      onGo={() => (target ? move.run(target, reason.despite) : undefined)}
    >
      <p>{t("from", { span: f.span(block.startsAt, block.endsAt), room: block.room })}</p>
      <DateTimeField
        label={t("when")}
        minDay={toWallClock(new Date()).slice(0, 10)}
        value={when}
        onChange={(next) => change({ when: next })}
      />
      <SelectField
        label={t("room")}
        options={(check.data?.rooms ?? [{ id: roomId, name: block.room }]).map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        value={roomId}
        onChange={(event) => change({ roomId: event.currentTarget.value })}
      />
      <p role="status" className={verdict && verdict.state !== "free" && verdict.state !== "same" ? styles.warn : ""}>
        {target
          ? t("at", { span: f.span(target.startsAt, target.endsAt), room: roomName, state: words(verdict) })
          : t("noTime")}
      </p>
      <Near near={near} onTake={(startsAt) => change({ when: toWallClock(startsAt) })} />
      {isFree ? (
        <p>
          {check.data && check.data.parties > 0
            ? t("toldWithParties", { names, count: check.data.parties })
            : t("told", { names })}
        </p>
      ) : null}
      <TakenNote problem={move.problem} onTake={(next) => change({ when: toWallClock(next) })} />
      <DespiteField problem={move.problem} value={reason.despite} onChange={reason.setDespite} />
    </ActDialog>
  );
}

/** The booking at another start and in another room, as long as it is. */
function targetAt(block: CalendarBlock, start: Date, roomId: string): MoveTarget {
  const length = Date.parse(block.endsAt) - Date.parse(block.startsAt);
  return { roomId, startsAt: start.toISOString(), endsAt: new Date(+start + length).toISOString() };
}

interface NearProps {
  near: readonly { startsAt: string }[];
  onTake: (startsAt: string) => void;
}

function Near({ near, onTake }: NearProps) {
  const t = useTranslations("calendar.move");
  const f = useFormat();
  if (near.length === 0) return null;
  return (
    <Line>
      <span>{t("near")}</span>
      {near.map(({ startsAt }) => (
        <Button small key={startsAt} onClick={() => onTake(startsAt)}>
          {f.time(startsAt)}
        </Button>
      ))}
    </Line>
  );
}
