import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Action } from "@/server/access/policy";
import type { VideoLink } from "@/server/sessions/reads/video-links";
import { CancelDialog } from "./cancel-dialog";
import { CorrectForm } from "./correct-form";
import { DeskLink } from "./desk-link";
import { HeldState } from "./held-state";
import { MoveDialog } from "./move-dialog";
import { RecordForm } from "./record-form";
import { RecordVersions } from "./record-versions";
import { useRoomWords } from "./room-words";
import type { Overview, RoomChoice, Session } from "./session";
import { SessionInterpreters } from "./session-interpreters";
import { SessionPeople } from "./session-people";
import styles from "./sessions.module.css";
import { SwapDialog } from "./swap-dialog";
import { TellingDialog } from "./telling-dialog";
import { VideoLine } from "./video-line";

interface SessionSheetProps {
  disputeId: string;
  session: Session;
  rooms: readonly RoomChoice[];
  overview: Pick<Overview, "forces" | "staff" | "invited" | "proceeding" | "parties" | "needs">;
  allowed: readonly Action[];
  /** Video links the reader may know: the lead's and those of their own sessions. */
  links: readonly VideoLink[];
  /** When the page was rendered; decides which acts a booked session allows. */
  now: Date;
}

/** One session: when, where, who; the acts it allows now; its record once held. */
export function SessionSheet({ disputeId, session, rooms, overview, allowed, links, now }: SessionSheetProps) {
  const t = useTranslations("sessions");
  const kinds = useTranslations("vocabulary.sessionKinds");
  const statuses = useTranslations("vocabulary.sessionStatuses");
  const results = useTranslations("vocabulary.sessionResults");
  const f = useFormat();
  const modes = useTranslations("vocabulary.sessionModes");
  const isBooked = session.status === "booked";
  const isHeld = isBooked && session.heldUntil !== null;
  const hasBegun = new Date(session.startsAt) <= now;
  const may = (action: Action) => isBooked && allowed.includes(action);
  const isRecording = may("session.record") && (hasBegun || session.startedAt !== null);
  /** Before its hour it can have been held already. */
  const isComing = may("session.record") && !isRecording && !isHeld;
  const isOver = new Date(session.endsAt) <= now;
  const isRunning = isBooked && session.startedAt !== null;
  return (
    <Sheet labelledBy={`session-${session.id}`} className={isHeld ? styles.dashed : undefined}>
      <div className={styles.session}>
        <SectionHead
          id={`session-${session.id}`}
          title={t("nth", { n: session.ordinal })}
          note={
            // The word for a joint session means "face to face", which a session by video is not.
            <Facts
              items={[
                session.mode === "video" && session.kind === "joint" ? null : kinds(session.kind),
                session.mode === "video" ? modes("video") : null,
              ]}
            />
          }
          end={
            <Tag tone={isBooked && !isHeld ? "act" : "plain"}>
              {session.result
                ? results(session.result)
                : isHeld
                  ? t("held.tag")
                  : isRunning
                    ? t("running")
                    : statuses(session.status)}
            </Tag>
          }
        />
        <p>
          <time dateTime={session.startsAt} className={styles.when}>
            {f.span(session.startsAt, session.endsAt)}
          </time>
        </p>
        <WhereItIs session={session} />
        {session.status === "cancelled" ? (
          <WhyCancelled session={session} />
        ) : isRecording && isOver ? null : (
          <SessionPeople session={session} />
        )}
        <SessionInterpreters disputeId={disputeId} session={session} overview={overview} allowed={allowed} now={now} />
        {isBooked ? <HeldState disputeId={disputeId} session={session} overview={overview} allowed={allowed} /> : null}
        {isBooked && !isOver ? (
          <VideoLine
            disputeId={disputeId}
            session={session}
            link={links.find((link) => link.sessionId === session.id)}
            mayChange={may("session.setVideo")}
          />
        ) : null}
        {isRecording && overview.proceeding ? (
          <RecordForm disputeId={disputeId} session={session} track={overview.proceeding.track} isFolded={!isOver} />
        ) : null}
        {isComing && overview.proceeding ? (
          <RecordForm isFolded isEarly disputeId={disputeId} session={session} track={overview.proceeding.track} />
        ) : null}
        <SessionActs {...{ disputeId, session, rooms, overview, may, hasBegun, isRunning, isHeld, now }} />
        <RecordVersions session={session} />
        {session.status === "ended" && session.kind === "joint" && allowed.includes("session.correctRecord") ? (
          <CorrectForm key={session.records[0]?.version} disputeId={disputeId} session={session} />
        ) : null}
      </div>
    </Sheet>
  );
}

interface SessionActsProps extends Pick<SessionSheetProps, "disputeId" | "session" | "rooms" | "overview" | "now"> {
  may: (action: Action) => boolean;
  hasBegun: boolean;
  isRunning: boolean;
  isHeld: boolean;
}

/** The acts on a booked session. */
function SessionActs({ disputeId, session, rooms, overview, may, hasBegun, isRunning, isHeld, now }: SessionActsProps) {
  const t = useTranslations("sessions");
  const f = useFormat();
  if (!may("session.move") && !may("session.cancel")) return null;
  return (
    <Line>
      {may("session.start") && !isHeld && (isRunning || f.date(session.startsAt) === f.date(now)) ? (
        <DeskLink disputeId={disputeId} sessionId={session.id} />
      ) : null}
      {may("session.move") && !isRunning ? <MoveDialog disputeId={disputeId} session={session} rooms={rooms} /> : null}
      {may("session.swapPerson") && !hasBegun && !isRunning ? (
        <SwapDialog disputeId={disputeId} session={session} overview={overview} />
      ) : null}
      {may("session.tell") ? (
        <TellingDialog disputeId={disputeId} session={session} staff={overview.staff} now={now} />
      ) : null}
      {may("session.cancel") && !isRunning ? <CancelDialog disputeId={disputeId} session={session} /> : null}
      {/* Where nothing is held any more, it can have been held already: the form for that is offered above. */}
      {may("session.record") && isHeld && !hasBegun && !isRunning ? (
        <span className={styles.quiet}>{t("record.notYet", { time: f.dateTime(session.startsAt) })}</span>
      ) : null}
    </Line>
  );
}

/** Where it is held, who else was there, and when it was written down, if that was afterwards. */
function WhereItIs({ session }: { session: Session }) {
  const t = useTranslations("sessions");
  const f = useFormat();
  const roomWords = useRoomWords();
  return (
    <p className={styles.quiet}>
      <Facts
        items={[
          // By video nobody is sent to the room; the office alone sees which one the host has.
          session.mode === "video" ? t("hostRoom", { room: roomWords(session.room) }) : roomWords(session.room),
          session.mode === "video" ? null : session.room.address,
          session.othersPresent ? t("othersPresent", { names: session.othersPresent }) : null,
          session.enteredAt ? t("enteredAt", { time: f.dateTime(session.enteredAt) }) : null,
        ]}
      />
    </p>
  );
}

function WhyCancelled({ session }: { session: Session }) {
  const t = useTranslations("sessions");
  const reasons = useTranslations("sessions.reasons");
  return (
    <p>
      {session.cancelReason
        ? t("cancelledWhy", {
            reason: reasons.has(session.cancelReason as "holdExpired")
              ? reasons(session.cancelReason as "holdExpired")
              : session.cancelReason,
          })
        : t("cancelledWithEnd")}
    </p>
  );
}
