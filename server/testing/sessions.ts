import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { database } from "@/db/client";
import { demoPeople } from "@/server/demo/people";
import { type ConveneInput, conveneInput } from "../convening/inputs";
import type { RegisterDisputeInput } from "../disputes/inputs";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { bookSession } from "../sessions/book-session";
import { type BookSessionInput, bookSessionInput } from "../sessions/inputs";
import { ofDispute } from "../sessions/reads/sessions";
import { consented, partiesOf } from "./convening";
import type { TestCounty } from "./county";
import { acceptedDispute } from "./disputes";

export const roomOne = "柳湾派出所调解室 驻所调解室一";
export const roomTwo = "柳湾派出所调解室 驻所调解室二";

/** The day on which a test file began to run; all its tests use it, also after midnight. */
export const today = dayOf(new Date());
/** The day so many days from today. */
export const dayIn = (days: number): string => addDays(today, days);
/** `days` from today at a Shanghai local time, as ISO text. */
export const inDays = (days: number, time = "14:30"): string => instantOf(dayIn(days), time).toISOString();

/** A dispute whose parties agreed to mediation: a session may be booked. */
export async function bookable(county: TestCounty, over: Partial<RegisterDisputeInput> = {}) {
  const dispute = await acceptedDispute(county, over);
  await consented(county, dispute);
  return dispute;
}

/** A filled-in booking form with every party ticked. */
export async function booking(
  county: TestCounty,
  dispute: { disputeId: string },
  over: Partial<BookSessionInput> = {},
): Promise<BookSessionInput> {
  const partyIds = (await partiesOf(county, dispute)).map((party) => party.id);
  return bookSessionInput.parse({
    disputeId: dispute.disputeId,
    kind: "joint",
    startsAt: inDays(3),
    minutes: 90,
    roomId: county.rooms[roomOne],
    partyIds,
    ...over,
  });
}

/** Books a session as the demo mediator, acting at `now`. */
export async function booked(
  county: TestCounty,
  dispute: { disputeId: string },
  over: Partial<BookSessionInput> = {},
  now?: Date,
) {
  return bookSession(county.as("mediator", now ? { now } : {}), await booking(county, dispute, over));
}

/** Writes other hours into a session and everything that is taken for it, past every verb. */
export const writeHours = (sessionId: string, from: string, to: string) =>
  database().execute(sql`with taken as (
      update slots set during = tstzrange(${from}::timestamptz, ${to}::timestamptz) where session_id = ${sessionId}::uuid)
    update sessions set starts_at = ${from}::timestamptz, ends_at = ${to}::timestamptz where id = ${sessionId}::uuid`);

/** Writes what no door lets in, such as an hour that somebody is taken for by nothing that can be read here. */
export const pastTriggers = (statement: SQL) =>
  database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(statement);
  });

/** The sessions tab as the demo mediator sees it. */
export const sessionsOf = (county: TestCounty, { disputeId }: { disputeId: string }) =>
  ofDispute(county.as("mediator"), { disputeId });

/** How many slots a session has. */
export async function slotsOf(county: TestCounty, sessionId: string): Promise<number> {
  const rows = await asActor(county.as("mediator"), (tx) =>
    tx.execute(sql`select 1 from slots where session_id = ${sessionId}::uuid`),
  );
  return rows.length;
}

/** A filled-in convening of every party at `inDays(3)`; nobody asked unless said. */
export async function convening(
  county: TestCounty,
  dispute: { disputeId: string },
  over: Partial<z.input<typeof conveneInput>> = {},
): Promise<ConveneInput> {
  const partyIds = (await partiesOf(county, dispute)).map((party) => party.id);
  return conveneInput.parse({
    disputeId: dispute.disputeId,
    startsAt: inDays(3),
    minutes: 90,
    roomId: county.rooms[roomOne],
    partyIds,
    ...over,
  });
}

/** A demo expert asked for their own force. */
export const invitee = (county: TestCounty, username: string) => ({
  personId: county.people[username] ?? "",
  forceCode: demoPeople.find((person) => person.username === username)?.forces?.[0] ?? "other",
});

/** A session's status, hold and slots, as the database has them. */
export async function stateOf(county: TestCounty, sessionId: string) {
  const [row] = await asActor(county.system(), (tx) =>
    tx.execute<{
      status: string;
      heldUntil: string | null;
      atRisk: boolean;
      taken: number;
      held: number;
      version: number;
    }>(sql`
      select s.status, s.held_until as "heldUntil", s.at_risk_since is not null as "atRisk", s.version,
        (select count(*)::int from slots t where t.session_id = s.id) as taken,
        (select count(*)::int from slots t where t.session_id = s.id and t.held_until is not null) as held
      from sessions s where s.id = ${sessionId}::uuid`),
  );
  if (!row) throw new Error("no such session");
  return row;
}

/** The last event of a dispute, with its payload. */
export async function lastEventOf(county: TestCounty, disputeId: string) {
  const [row] = await asActor(county.as("mediator"), (tx) =>
    tx.execute<{ action: string; payload: string }>(
      sql`select action, payload from events where dispute_id = ${disputeId}::uuid order by seq desc limit 1`,
    ),
  );
  if (!row) throw new Error("no event");
  return { action: row.action, payload: JSON.parse(row.payload) as Record<string, unknown> };
}

/** What the record of a failed session has to say beside its words: what these parties stated, why it failed, other ways. */
export const failedBecause = (partyIds: readonly (string | null)[]) => ({
  statements: partyIds.flatMap((partyId) => (partyId ? [{ partyId, text: "坚持原来的要求。" }] : [])),
  outcome: "双方要求相差太大。",
  routesTold: ["court" as const],
});
