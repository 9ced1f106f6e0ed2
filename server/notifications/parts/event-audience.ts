import type { Tx } from "@/db/client";
import type { RecipientKind, SessionStatus } from "@/db/vocabulary";
import type { Flag, Group } from "./audience-groups";
import { audienceQuery, type Cause } from "./audience-query";

/** A recipient, with the invitation or session the notification is about when that is not the event's own. */
export interface Target {
  to: RecipientKind;
  id: string;
  invitationId?: string | null;
  /** Until when their answer is awaited. */
  answerBy?: string;
  session?: SessionFacts;
}

export interface SessionFacts {
  id: string;
  status: SessionStatus;
  startsAt: string;
  endsAt: string;
  room: string;
  point: string;
  address: string;
}

/** Everything from which an event's messages are made. Times are ISO text. */
export interface EventAudience {
  action: string;
  at: Date;
  actorId: string | null;
  disputeId: string | null;
  sessionId: string | null;
  invitationId: string | null;
  /** The time as the event gives it; the session may have moved since. */
  /** What was answered, as a code of the words. */
  answer: string;
  eventTimes: { startsAt: string | null; endsAt: string | null; before: string | null; change: string | null };
  session: SessionFacts | null;
  invitation: {
    name: string;
    asker: string;
    answerBy: string;
    startsAt: string | null;
    endsAt: string | null;
    room: string;
    point: string;
    address: string;
    answer: string;
    formerly: string;
  } | null;
  meeting: SessionFacts | null;
  /** Who asked or answered a consultation, who reported. */
  actorName: string;
  /** Who led before and who leads since the event. */
  leads: { before: string; after: string } | null;
  /** Of an office that gave its work to another one: the names of both. */
  offices: { before: string; after: string } | null;
  /** How many, where the event counts something. */
  count: number;
  flags: Readonly<Record<Flag, boolean>>;
  groups: Readonly<Record<Group, Target[]>>;
}

interface Row {
  event: { action: string; atUs: number; actorId: string | null; disputeId: string | null };
  payload: Readonly<Record<string, unknown>>;
  audience: {
    session: (SessionFacts & { isHeld: boolean }) | null;
    invitation: EventAudience["invitation"] & { id: string | null };
    meeting: SessionFacts | null;
    actorName: string | null;
    leads: EventAudience["leads"];
    /** The risk of a matter that has just come from another station; null for every other event. */
    riskTaken: string | null;
    groups: Record<Group, Target[]>;
  };
}

/**
 * The event and everybody it concerns in one statement, as of now. Null when there is no such event. Needs the
 * system's rights, because no single person may see all of them.
 */
export async function eventAudience(tx: Tx, cause: Cause): Promise<EventAudience | null> {
  const [row] = await tx.execute<Row & Record<string, unknown>>(audienceQuery(cause));
  return row ? shaped(row) : null;
}

const text = (value: unknown): string | null => (typeof value === "string" && value ? value : null);
const iso = (value: string | null): string | null => (value ? new Date(value).toISOString() : null);

function shaped({ event, payload, audience }: Row): EventAudience {
  const { session, invitation, meeting } = audience;
  const isBooked = session?.status === "booked";
  const inUtc = (facts: SessionFacts): SessionFacts => ({
    ...facts,
    startsAt: new Date(facts.startsAt).toISOString(),
    endsAt: new Date(facts.endsAt).toISOString(),
  });
  const perSession = (targets: readonly Target[]) =>
    targets.map((one) => (one.session ? { ...one, session: inUtc(one.session) } : one));
  return {
    action: event.action,
    at: new Date(Math.floor(event.atUs / 1_000)),
    actorId: event.actorId,
    disputeId: event.disputeId,
    sessionId: session?.id ?? null,
    invitationId: invitation?.id ?? null,
    answer: payload.accepted === true ? "accepted" : payload.accepted === false ? "declined" : "",
    eventTimes: {
      startsAt: iso(text(payload.startsAt)),
      endsAt: iso(text(payload.endsAt)),
      before: event.action === "session.move" ? iso(text(payload.before)) : null,
      change: text(payload.change),
    },
    session: session && inUtc(session),
    invitation: invitation && {
      ...invitation,
      answerBy: new Date(invitation.answerBy).toISOString(),
      startsAt: iso(invitation.startsAt),
      endsAt: iso(invitation.endsAt),
    },
    meeting: meeting && inUtc(meeting),
    actorName: audience.actorName ?? "",
    leads: audience.leads,
    offices:
      typeof payload.successorName === "string"
        ? { before: text(payload.name) ?? "", after: payload.successorName }
        : null,
    count: typeof payload.count === "number" ? payload.count : 0,
    flags: {
      confirmed: payload.confirmed === true,
      atRisk: payload.atRisk === true,
      noSubstitute: payload.noSubstitute === true,
      asked: payload.noSubstitute !== true,
      proposed: payload.answer === "otherTimes",
      deputised: typeof payload.deputyInvitation === "string",
      held: isBooked && session.isHeld,
      takenOver: audience.groups.transferSenders.length > 0,
      certain: isBooked && !session.isHeld,
      leadTied: payload.leadTied === true,
      helperRecused: event.action === "tie.recuse" && payload.leadTied !== true,
      red: (audience.riskTaken ?? payload.level) === "red",
      amber: (audience.riskTaken ?? payload.level) === "amber",
    },
    groups: {
      ...audience.groups,
      expectedAtCancelled: perSession(audience.groups.expectedAtCancelled),
      seatsTaken: perSession(audience.groups.seatsTaken),
      seatsHeldTaken: perSession(audience.groups.seatsHeldTaken),
      seatsLeft: perSession(audience.groups.seatsLeft),
    },
  };
}
