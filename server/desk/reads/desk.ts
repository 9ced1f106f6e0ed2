import type {
  Attendance,
  CardKind,
  CardState,
  FileKind,
  Lane,
  PollStatus,
  ProceedingStatus,
  SessionKind,
  SessionMode,
  SessionStatus,
  SignatureMeans,
  Track,
} from "@/db/vocabulary";
import { openDispute } from "../../access/gate";
import { type Action, allows } from "../../access/policy";
import { bindsOrSteers, isTied } from "../../access/steering-acts";
import type { Speakable } from "../../binding/choices";
import { transitionOf } from "../../disputes/lifecycle";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { writableLanes } from "../../notes/parts/writable-lanes";
import type { DeskInput } from "../inputs";
import { isLive } from "../parts/desk-hours";
import { deskQuery } from "../parts/desk-query";
import { draftStoreSecret } from "../parts/draft-store-secret";

export interface DeskPerson {
  /** The row of the session's people; attendance is ticked by it. */
  id: string;
  personId: string | null;
  partyId: string | null;
  name: string;
  /** Post of a helper, "" for a party. */
  post: string;
  /** The force a helper came for; null for parties and staff. */
  force: { code: string; nameZh: string; nameEn: string } | null;
  side: number | null;
  attendance: Attendance;
  /** Who came for a party, or as their guardian with them; null: the party. */
  spokenByLinkId: string | null;
  /** The lead of the proceeding. */
  isLead: boolean;
}
export interface DeskSide {
  side: number;
  parties: Speakable[];
}
export interface DeskCard {
  id: string;
  lane: Lane;
  side: number | null;
  kind: CardKind;
  partyId: string | null;
  personId: string | null;
  /** Name of the party or person who spoke; null for a note of the desk and while covered. */
  speaker: string | null;
  /** Null while covered: private lanes give their words only through `openCard`. */
  text: string | null;
  state: CardState;
  /** The proposal this one answers. */
  answersId: string | null;
  version: number;
  writtenAt: string;
  changedAt: string;
  authorName: string;
}
export interface DeskPoll {
  id: string;
  question: string;
  amountFen: number;
  sides: number[];
  /** Open until all sides have answered; nobody is told how many have. */
  status: PollStatus;
  openedAt: string;
  closedAt: string | null;
}
export interface DeskStatement {
  id: string;
  /** 1, 2 … within the session; only the newest is signed. */
  ordinal: number;
  lines: string[];
  writtenBy: string;
  writtenAt: string;
  signatures: {
    partyId: string;
    party: string;
    side: number;
    means: SignatureMeans;
    signedAt: string;
    isDrawn: boolean;
  }[];
}
export interface DeskFile {
  id: string;
  lane: Lane;
  side: number | null;
  kind: FileKind;
  /** Null while covered, as of cards; the file itself opens at /api/files/<id>, each opening logged. */
  name: string | null;
  mime: string;
  bytes: number;
  addedBy: string;
  addedAt: string;
}
interface DeskRows {
  session: {
    id: string;
    ordinal: number;
    kind: SessionKind;
    mode: SessionMode;
    status: SessionStatus;
    startsAt: string;
    endsAt: string;
    startedAt: string | null;
    heldUntil: string | null;
    version: number;
    agenda: string;
    /** A door code has been made (it is shown once, when made). */
    hasCheckIn: boolean;
    room: { id: string | null; name: string; point: string };
    proceeding: { id: string; version: number; track: Track; status: ProceedingStatus };
  } | null;
  title: string;
  people: DeskPerson[];
  sides: DeskSide[];
  cards: DeskCard[];
  polls: DeskPoll[];
  statements: DeskStatement[];
  files: DeskFile[];
}

const deskActions: readonly Action[] = [
  "desk.write",
  "poll.open",
  "poll.answer",
  "poll.cancel",
  "fact.state",
  "fact.sign",
  "file.add",
  "harm.report",
  "session.showCheckIn",
  "session.start",
  "session.record",
  "session.setVideo",
];

/**
 * Everything of one session's desk in one statement, for its lead; whoever leads another proceeding of the dispute
 * finds none. Private cards come without words. Sealed cards do not come back to the lead at all: row-level security
 * gives them to the head.
 */
export function readDesk(ctx: Context, { disputeId, sessionId }: DeskInput) {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { actsBy } = await openDispute(tx, actor, "desk.read", { disputeId });
    const ids = { countyId: actor.countyId, disputeId, sessionId, personId: actor.personId };
    const [[row], isHandingOver] = await Promise.all([
      tx.execute<{ desk: DeskRows }>(deskQuery(ids)),
      isTied(tx, actor, { disputeId }),
    ]);
    const desk = row?.desk;
    const session = desk?.session;
    if (!desk || !session) throw notFound();

    const live = isLive({ ...session, startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) }, now);
    const allowed = deskActions.filter((action) => {
      if (isHandingOver && bindsOrSteers(action)) return false;
      if (!allows(actor.role, action, actsBy) || session.status !== "booked" || session.heldUntil) return false;
      if (action === "session.start" || action === "session.record" || action === "session.setVideo")
        return transitionOf(session.proceeding.track, action)?.from.includes(session.proceeding.status) ?? false;
      return live || action === "harm.report";
    });
    return {
      ...desk,
      session,
      lanes: allowed.includes("desk.write") ? writableLanes(actor.role, actsBy) : [],
      allowed,
      draftStoreSecret: draftStoreSecret(actor, sessionId),
      serverNow: now.toISOString(),
    };
  });
}
export type DeskState = Awaited<ReturnType<typeof readDesk>>;
