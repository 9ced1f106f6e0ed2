import { sql } from "drizzle-orm";
import { systemDatabase, type Tx } from "@/db/client";
import { type SystemActor, systemActor } from "../kernel/actor";
import type { Context } from "../kernel/context";
import { enqueue, type NewJob } from "../kernel/jobs";
import { conflict, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { decryptedPhone } from "./encrypted-contacts";
import { requireLeft, spend } from "./limits";
import { hashOfSecret, newSecret, plainCode } from "./link-secret";

const visitMinutes = 30;
const tries = 5;
const digits = 4;

/** Absent, guessed, revoked, expired, used or out of tries: the same answer for all, so that it tells nothing. */
const linkDead = () => new Problem("notFound", "linkDead");

interface Visiting {
  linkId: string;
  /** Their own name, so that they see whose link it is. */
  name: string;
  /** ISO; afterwards they have to open the link again. */
  until: string;
}

/** A guest with an open visit: they act as the invitee, on this invitation alone. */
export interface InvitationVisit extends Context, Visiting {
  invitationId: string;
}

/** A guest who was asked to interpret: they may answer this question alone, and the system writes it down for them. */
export interface AskingVisit extends Context<SystemActor>, Visiting {
  askingId: string;
}

export type LinkVisit = InvitationVisit | AskingVisit;

/**
 * Where a proxy tells addresses apart, an address that guesses is refused for a while. Where none does, all guesses
 * share one limit, which never applies to a valid link: otherwise one guesser could block everybody's links.
 */
const mayTryLink = async (address: string | null) => {
  if (address !== null) await requireLeft("linkAddress", address);
};
const countGuess = (address: string | null) =>
  address === null ? spend("linkEveryone", "all") : spend("linkAddress", address);

interface Found {
  countyId: string;
  id: string;
  phone: string;
  station: string;
  triesLeft: number;
}

/** A link's row `l` with what it opens: an invitation `i` or a question to an interpreter `k`, a person of the county `p` or somebody from outside `n`. */
const opened = sql`invitation_links l
    left join invitations i on i.county_id = l.county_id and i.id = l.invitation_id
    left join interpreter_askings k on k.county_id = l.county_id and k.id = l.asking_id
    left join people p on p.county_id = l.county_id and p.id = coalesce(i.person_id, k.person_id) and p.disabled_at is null
    left join lateral (select n.id, n.name, n.phone from interpreters n where n.county_id = k.county_id and n.asking_id = k.id
      and k.person_id is null order by n.ended_at is null desc, n.phone <> '' desc, n.named_at limit 1) n on true`;

/** Tells whoever made the link that it is locked. */
const lockedJob = ({ countyId, id }: Found): NewJob => ({
  task: "tellOfLock",
  payload: { countyId, linkId: id },
  jobKey: `link-locked:${id}`,
});

/** As the system, in the county of the link or visit with this secret; null where nobody knows it. */
async function inCountyOf<T>(secret: string, now: Date, body: (tx: Tx) => Promise<T>): Promise<T | null> {
  const hashes = `{${hashOfSecret(secret)},${hashOfSecret(plainCode(secret))}}`;
  const [row] = await systemDatabase().execute<{ countyId: string | null }>(
    sql`select app.county_of_link(${hashes}::text[]) as "countyId"`,
  );
  return row?.countyId ? asActor({ actor: systemActor(row.countyId, "links"), now }, body) : null;
}

/**
 * Whether the session somebody promised to come to is still before them: once they have accepted, their link shows when
 * and where until the last of their sessions is over, and until one is booked where none is yet.
 */
const awaitsSession = (now: Date) => sql`coalesce((
  select bool_or(s.status = 'booked' and s.ends_at > ${now.toISOString()}::timestamptz) from session_people sp
  join sessions s on s.county_id = sp.county_id and s.id = sp.session_id
  where sp.county_id = i.county_id and sp.person_id = i.person_id and s.proceeding_id = i.proceeding_id and s.status <> 'cancelled'), true)`;

/** A link that is still valid, by its token or the code on paper. Its row stays locked for the transaction. */
async function liveLink(tx: Tx, secret: string, now: Date, lock: boolean): Promise<Found | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [found] = await tx.execute<Found & { outsiderId: string | null } & Record<string, unknown>>(sql`
    select l.county_id as "countyId", l.id, coalesce(p.phone, n.phone) as phone, n.id as "outsiderId", coalesce(s.name, '') as station, l.tries_left as "triesLeft"
    from ${opened}
    join proceedings r on r.county_id = l.county_id and r.id = coalesce(i.proceeding_id, k.proceeding_id) and r.ended_at is null
    join people b on b.county_id = l.county_id and b.id = l.created_by
    left join stations s on s.county_id = b.county_id and s.id = b.station_id
    where (l.token_hash = ${hashOfSecret(secret)} or l.code_hash = ${hashOfSecret(plainCode(secret))})
      and l.revoked_at is null and l.tries_left > 0 and (p.id is not null or n.id is not null)
      and case when k.id is not null then app.asking_is_open(k.county_id, k.id) when i.status = 'accepted' then ${awaitsSession(now)}
        else i.status in ('sent', 'seen') and i.answer_by > ${at} and l.used_at is null and l.expires_at > ${at} end
    ${lock ? sql`for update of l` : sql``}`);
  if (!found) return null;
  const { outsiderId, ...link } = found;
  return outsiderId
    ? { ...link, phone: decryptedPhone("interpreters", { countyId: link.countyId, id: outsiderId }, link.phone) }
    : link;
}

/** The first read of a link: only which station invites and which second factor it asks for. Changes nothing. */
export async function peekLink(
  secret: string,
  address: string | null,
  now: Date,
): Promise<{ station: string; asks: "phoneEnd" }> {
  await mayTryLink(address);
  const found = await inCountyOf(secret, now, (tx) => liveLink(tx, secret, now, false));
  if (found) return { station: found.station, asks: "phoneEnd" };
  await countGuess(address);
  throw linkDead();
}

/**
 * Opens a visit of half an hour for whoever knows the last digits of the invitee's phone. Five wrong tries lock the
 * link. A second visit replaces the first. Refuses with linkDead, linkDigitsWrong ({ left }), tooManyRequests.
 */
export async function openVisit(
  secret: string,
  phoneEnd: string,
  address: string | null,
  now: Date,
): Promise<{ visit: string; until: string }> {
  await mayTryLink(address);
  const visit = newSecret();
  const until = new Date(now.getTime() + visitMinutes * 60_000);
  const open = async (tx: Tx): Promise<"open" | "dead" | number> => {
    const found = await liveLink(tx, secret, now, true);
    if (!found) return "dead";
    const own = sql`county_id = ${found.countyId}::uuid and id = ${found.id}::uuid`;
    const isRight = found.phone.length >= digits && found.phone.slice(-digits) === phoneEnd.normalize("NFKC").trim();
    if (!isRight) {
      const left = found.triesLeft - 1;
      await tx.execute(sql`update invitation_links set tries_left = ${left} where ${own}`);
      if (left === 0) await enqueue(tx, [lockedJob(found)]);
      return left;
    }
    await tx.execute(sql`update invitation_links set tries_left = ${tries}, visit_hash = ${hashOfSecret(visit)},
      visit_expires_at = ${until.toISOString()}::timestamptz where ${own}`);
    return "open";
  };
  const outcome = (await inCountyOf(secret, now, open)) ?? "dead";
  if (outcome === "open") return { visit, until: until.toISOString() };
  // Wrong digits are counted on the link itself, so they do not use up the limit that all callers share.
  if (outcome === "dead" || address !== null) await countGuess(address);
  throw outcome === "dead" || outcome === 0 ? linkDead() : conflict("linkDigitsWrong", { left: outcome });
}

/** The visit of an id until its half hour is over, also after the answer, which stays readable that long. */
export async function visitBy(id: string, now: Date): Promise<LinkVisit> {
  const found = await inCountyOf(id, now, (tx) => openVisitOf(tx, id, now));
  if (!found) throw linkDead();
  const { countyId, personId, linkId, invitationId, askingId, name, until } = found;
  if (askingId) return { actor: systemActor(countyId, "links"), now, linkId, askingId, name, until };
  if (!invitationId || !personId) throw linkDead();
  const nowhere = { stationId: null, committeeId: null, pointId: null };
  return {
    actor: { kind: "person", countyId, personId, role: "expert", ...nowhere, link: linkId },
    now,
    linkId,
    invitationId,
    name,
    until,
  };
}

interface FoundVisit extends Record<string, unknown> {
  countyId: string;
  linkId: string;
  invitationId: string | null;
  askingId: string | null;
  personId: string | null;
  name: string;
  until: string;
}

async function openVisitOf(tx: Tx, id: string, now: Date): Promise<FoundVisit | null> {
  const [found] = await tx.execute<FoundVisit>(sql`
    select l.county_id as "countyId", l.id as "linkId", l.invitation_id as "invitationId", l.asking_id as "askingId", p.id as "personId",
      coalesce(p.name, n.name) as name, to_json(l.visit_expires_at) as until
    from ${opened}
    where (p.id is not null or n.id is not null) and l.visit_hash = ${hashOfSecret(id)} and l.revoked_at is null and l.visit_expires_at > ${now.toISOString()}::timestamptz`);
  return found ?? null;
}
