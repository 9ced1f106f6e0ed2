import { useTranslations } from "next-intl";
import { Line } from "@/app/_ui/columns";
import { Facts } from "@/app/_ui/facts";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import { Tag } from "@/app/_ui/tag";
import { useFormat } from "@/app/_ui/use-format";
import type { Action } from "@/server/access/policy";
import { CancelDialog } from "./cancel-dialog";
import { CorrectForm } from "./correct-form";
import { MoveDialog } from "./move-dialog";
import { RecordForm } from "./record-form";
import { RecordVersions } from "./record-versions";
import { useRoomWords } from "./room-words";
import type { RoomChoice, Session } from "./session";
import { SessionPeople } from "./session-people";
import styles from "./sessions.module.css";

interface SessionSheetProps {
  disputeId: string;
  session: Session;
  rooms: readonly RoomChoice[];
  allowed: readonly Action[];
  /** When the page was read; decides what can be done with a booked session. */
  now: Date;
}

/** One session: when, where, who; what may be done with it now; its record once held. */
export function SessionSheet({ disputeId, session, rooms, allowed, now }: SessionSheetProps) {
  const t = useTranslations("sessions");
  const kinds = useTranslations("vocabulary.sessionKinds");
  const statuses = useTranslations("vocabulary.sessionStatuses");
  const results = useTranslations("vocabulary.sessionResults");
  const f = useFormat();
  const roomWords = useRoomWords();
  const isBooked = session.status === "booked";
  const hasBegun = new Date(session.startsAt) <= now;
  const may = (action: Action) => isBooked && allowed.includes(action);
  const isRecording = may("session.record") && hasBegun;
  const isOver = new Date(session.endsAt) <= now;
  return (
    <Sheet labelledBy={`session-${session.id}`}>
      <div className={styles.session}>
        <SectionHead
          id={`session-${session.id}`}
          title={t("nth", { n: session.ordinal })}
          note={kinds(session.kind)}
          end={
            <Tag tone={isBooked ? "act" : "plain"}>
              {session.result ? results(session.result) : statuses(session.status)}
            </Tag>
          }
        />
        <p>
          <time dateTime={session.startsAt} className={styles.when}>
            {f.span(session.startsAt, session.endsAt)}
          </time>
        </p>
        <p className={styles.quiet}>
          <Facts items={[roomWords(session.room), session.room.address]} />
        </p>
        {session.status === "cancelled" ? (
          <p>{session.cancelReason ? t("cancelledWhy", { reason: session.cancelReason }) : t("cancelledWithEnd")}</p>
        ) : isRecording && isOver ? null : (
          <SessionPeople session={session} />
        )}
        {isRecording ? <RecordForm disputeId={disputeId} session={session} isFolded={!isOver} /> : null}
        {may("session.move") || may("session.cancel") ? (
          <Line>
            {may("session.move") ? <MoveDialog disputeId={disputeId} session={session} rooms={rooms} /> : null}
            {may("session.cancel") ? <CancelDialog disputeId={disputeId} session={session} /> : null}
            {may("session.record") && !hasBegun ? (
              <span className={styles.quiet}>{t("record.notYet", { time: f.dateTime(session.startsAt) })}</span>
            ) : null}
          </Line>
        ) : null}
        <RecordVersions session={session} />
        {session.status === "ended" && session.kind === "joint" && allowed.includes("session.correctRecord") ? (
          <CorrectForm key={session.records[0]?.version} disputeId={disputeId} session={session} />
        ) : null}
      </div>
    </Sheet>
  );
}
