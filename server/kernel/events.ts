import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type EventAction, isAnnounced } from "@/db/vocabulary-events";
import type { Actor } from "./actor";

/** Payload fields that readers of events look up by name; each has one type in all events. */
interface KnownParts {
  sessionId?: string | null | undefined;
  /** Ids of invitations: the event's own, the one it replaces, the deputy's. */
  invitation?: string | null | undefined;
  replaces?: string | null | undefined;
  deputyInvitation?: string | null | undefined;
  /** Ids of people: whom it is about; who replaces (`in`) whom (`out`) in a session. */
  person?: string | null | undefined;
  in?: string | null | undefined;
  out?: string | null | undefined;
  meetingId?: string | null | undefined;
  townHallId?: string | null | undefined;
  consultationId?: string | null | undefined;
  /** Instants as ISO text. */
  startsAt?: string | null | undefined;
  endsAt?: string | null | undefined;
  /** What an answer changed for its session, and whether nobody was left to be asked instead. */
  confirmed?: boolean | undefined;
  atRisk?: boolean | undefined;
  noSubstitute?: boolean | undefined;
}

export type EventPayload = KnownParts &
  Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

export interface NewEvent {
  action: EventAction;
  /** The dispute whose chain it joins; absent for acts without one, which join the county's chain. */
  disputeId?: string;
  proceedingId?: string | null;
  /** Words, ids and masked values only; never the text of a note, a phone or an ID number. */
  payload?: EventPayload;
}

const appended = (actor: Actor, now: Date, event: NewEvent): SQL => {
  const payload = JSON.stringify(
    actor.kind === "system" ? { ...event.payload, job: actor.job } : (event.payload ?? {}),
  );
  return sql`select app.append_event(${actor.countyId}::uuid, ${chainOf(actor, event)}::uuid,
    ${event.disputeId ?? null}::uuid, ${event.proceedingId ?? null}::uuid,
    ${actor.kind === "person" ? actor.personId : null}::uuid, ${actor.kind}::actor_kind, ${event.action},
    ${now.getTime() * 1000}::bigint, ${payload}) as seq`;
};

const chainOf = (actor: Actor, event: NewEvent) => event.disputeId ?? actor.countyId;

/**
 * Appends to the hash chain of the dispute (or county) and gives its place there. Call it last in the transaction: it
 * locks the chain's head.
 */
export async function appendEvent(tx: Tx, actor: Actor, now: Date, event: NewEvent): Promise<number> {
  const [row] = await tx.execute<{ seq: string }>(appended(actor, now, event)).execute();
  return Number(row?.seq);
}

/** The same, with the job that notifies people of it, in one statement; no job for silent events. */
export async function appendAndAnnounce(tx: Tx, actor: Actor, now: Date, event: NewEvent): Promise<void> {
  const append = appended(actor, now, event);
  const chain = chainOf(actor, event);
  const announced = sql`select e.seq from (${append}) e cross join lateral app.add_job('announce',
    json_build_object('countyId', ${actor.countyId}::text, 'chain', ${chain}::text, 'seq', e.seq), 'announce:' || ${chain} || ':' || e.seq, null) job`;
  await tx.execute(isAnnounced(event.action) ? announced : append).execute();
}
