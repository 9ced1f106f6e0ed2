"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import styles from "./calendar.module.css";
import type { Move } from "./use-move";
import { useMoveBooking } from "./use-move-booking";
import type { Moving } from "./use-moving";
import { useVerdictWords } from "./use-verdict-words";

/** Announces the position while a booking is moved by keyboard, and asks for confirmation after a possible drop. */
export function MovePanel({ move }: { move: Move }) {
  const t = useTranslations("calendar.move");
  const f = useFormat();
  const words = useVerdictWords();
  const { moving } = move;
  const roomName = moving?.check?.rooms.find(({ id }) => id === moving.target.roomId)?.name ?? moving?.block.room ?? "";
  return (
    <>
      <p className={moving && !moving.isDropped ? styles.said : "sr-only"} role="status">
        {moving
          ? t("at", {
              span: f.span(moving.target.startsAt, moving.target.endsAt),
              room: roomName,
              state: words(moving.verdict),
            })
          : ""}
        {moving && !moving.isDropped ? (
          <Button small onClick={move.putBack}>
            {t("putBack")}
          </Button>
        ) : null}
      </p>
      {moving?.isDropped && moving.check ? (
        <Question moving={moving} roomName={roomName} onClose={move.putBack} key={moving.target.startsAt} />
      ) : null}
    </>
  );
}

function Question({ moving, roomName, onClose }: { moving: Moving; roomName: string; onClose: () => void }) {
  const t = useTranslations("calendar.move");
  const f = useFormat();
  const words = useVerdictWords();
  const { block, check, verdict } = moving;
  const length = Date.parse(moving.target.endsAt) - Date.parse(moving.target.startsAt);
  const [startsAt, setStartsAt] = useState(moving.target.startsAt);
  const target = { ...moving.target, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() };
  const { despite, setDespite, sayUncertain } = useDespite();
  const move = useMoveBooking(block, (done) => {
    onClose();
    sayUncertain(done);
    showToast({ message: t("done", { span: f.span(target.startsAt, target.endsAt), room: roomName }) });
  });
  const names = check?.people.map(({ name }) => name).join(t("comma")) ?? "";
  function takeOther(next: string) {
    move.reset();
    setDespite("");
    setStartsAt(next);
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t("question", { title: block.session?.title ?? block.meeting?.title ?? "" })}
      verb={t("submit", { time: f.dayTime(target.startsAt) })}
      leave={t("back")}
      act={move}
      refusal="own"
      onGo={() => move.run(target, despite)}
    >
      <p>{t("from", { span: f.span(block.startsAt, block.endsAt), room: block.room })}</p>
      <p>
        <b>{t("to", { span: f.span(target.startsAt, target.endsAt), room: roomName })}</b>
      </p>
      {verdict?.state === "away" || verdict?.state === "unknown" ? (
        <p className={styles.warn}>{words(verdict)}</p>
      ) : null}
      <p>{check && check.parties > 0 ? t("toldWithParties", { names, count: check.parties }) : t("told", { names })}</p>
      <TakenNote problem={move.problem} onTake={takeOther} />
      <DespiteField problem={move.problem} value={despite} onChange={setDespite} />
    </ActDialog>
  );
}
