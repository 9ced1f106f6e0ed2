import { type SQL, sql } from "drizzle-orm";
import { systemDatabase, type Tx } from "@/db/client";
import { type SystemActor, systemActor } from "../kernel/actor";
import type { Context } from "../kernel/context";
import { enqueue, type NewJob } from "../kernel/jobs";
import { conflict, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { decryptedIdNumber, decryptedPhone } from "./encrypted-contacts";
import { requireLeftFrom, spendFrom } from "./limits";
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

/** Somebody who was asked to sign on a phone of their own: they may read the paper and sign or refuse it, and the system writes it down. */
export interface SigningVisit extends Context<SystemActor>, Visiting {
  requestId: string;
}

export type LinkVisit = InvitationVisit | AskingVisit | SigningVisit;

interface Found {
  countyId: string;
  id: string;
  /** The last four digits or letters that show who it is: of the phone, or of the ID number of a party who signs. */
  ends: string[];
  asks: Asks;
  station: string;
  /** Its name in English, where it has one. */
  stationEn: string;
  triesLeft: number;
}

/** What is asked for: of an invitee the phone; of whoever signs the phone or, of a party, the ID number. */
export type Asks = "phoneEnd" | "signerEnd";

/**
 * A link's row `l` with what it opens: an invitation `i`, a question to an interpreter `k` or a request to sign `q` of the
 * agreement `g`, also to an interpreter; a person of the county `p`, somebody from outside `n`, a party `e` or who stands beside one `b`.
 */
const opened = sql`invitation_links l
    left join invitations i on i.county_id = l.county_id and i.id = l.invitation_id
    left join interpreter_askings k on k.county_id = l.county_id and k.id = l.asking_id
    left join signing_requests q on q.county_id = l.county_id and q.id = l.request_id
    left join agreements g on g.county_id = q.county_id and g.id = q.agreement_id
    left join app.readable_parties e on e.county_id = q.county_id and e.id = q.party_id and q.by_link_id is null and not e.is_departed
    left join app.readable_party_links b on b.county_id = q.county_id and b.id = q.by_link_id and b.ended_at is null
    left join people p on p.county_id = l.county_id and p.id = coalesce(i.person_id, k.person_id, q.person_id,
      (select y.person_id from interpreters y where y.county_id = q.county_id and y.id = q.interpreter_id)) and p.disabled_at is null
    left join lateral (select n.id, n.name, n.phone from interpreters n where n.county_id = l.county_id and n.person_id is null
      and (n.asking_id = k.id or n.id = q.interpreter_id) order by n.ended_at is null desc, n.phone <> '' desc, n.named_at limit 1) n on true`;

/** Tells whoever made the link that it is locked. */
const lockedJob = ({ countyId, id }: Found): NewJob => ({
  task: "tellOfLock",
  payload: { countyId, linkId: id },
  jobKey: `link-locked:${id}`,
});

/** A county that none is. */
const nowhere = "00000000-0000-0000-0000-000000000000";

/**
 * As the system, in the county of the link or visit with this secret. Where there never was one, in a county that none is: it
 * finds nothing, after the same statements and in the same time as a link that once was one.
 */
async function inCountyOf<T>(secret: string, now: Date, body: (tx: Tx) => Promise<T>): Promise<T> {
  const hashes = `{${hashOfSecret(secret)},${hashOfSecret(plainCode(secret))}}`;
  const [row] = await systemDatabase().execute<{ countyId: string | null }>(
    sql`select app.county_of_link(${hashes}::text[]) as "countyId"`,
  );
  return asActor({ actor: systemActor(row?.countyId ?? nowhere, "links"), now }, body);
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
  const [found] = await tx.execute<FoundRow>(sql`
    select l.county_id as "countyId", l.id, p.phone, n.id as "outsiderId", n.phone as "outsiderPhone", e.id as "partyId", e.phone as "partyPhone", e.id_number as "idNumber",
      b.id as "besideId", b.phone as "besidePhone", q.id as "requestId", coalesce(s.name, '') as station, coalesce(s.name_en, '') as "stationEn", l.tries_left as "triesLeft"
    from ${opened}
    join proceedings r on r.county_id = l.county_id and r.id = coalesce(i.proceeding_id, k.proceeding_id, g.proceeding_id) and r.ended_at is null
    join people m on m.county_id = l.county_id and m.id = l.created_by
    left join stations s on s.county_id = m.county_id and s.id = m.station_id
    where (l.token_hash = ${hashOfSecret(secret)} or l.code_hash = ${hashOfSecret(plainCode(secret))})
      and l.revoked_at is null and l.tries_left > 0 and coalesce(p.id, n.id, e.id, b.id) is not null
      and case when k.id is not null then app.asking_is_open(k.county_id, k.id) when q.id is not null then ${awaitsSeal(at)}
        when i.status = 'accepted' then ${awaitsSession(now)}
        else i.status in ('sent', 'seen') and i.answer_by > ${at} and l.used_at is null and l.expires_at > ${at} end
    ${lock ? sql`for update of l` : sql``}`);
  if (!found) return null;
  const { countyId, id, station, stationEn, triesLeft } = found;
  return { countyId, id, station, stationEn, triesLeft, ...secondFactorOf(found) };
}

interface FoundRow extends Record<string, unknown> {
  countyId: string;
  id: string;
  phone: string | null;
  outsiderId: string | null;
  outsiderPhone: string | null;
  partyId: string | null;
  partyPhone: string | null;
  idNumber: string | null;
  besideId: string | null;
  besidePhone: string | null;
  requestId: string | null;
  station: string;
  stationEn: string;
  triesLeft: number;
}

/** What shows who it is, of whoever the link is for. */
function secondFactorOf(found: FoundRow): Pick<Found, "ends" | "asks"> {
  const { countyId, phone, outsiderId, outsiderPhone, partyId, partyPhone, idNumber, besideId, besidePhone } = found;
  const endsOf = (...numbers: string[]) =>
    numbers.filter((one) => one.length >= digits).map((one) => one.slice(-digits).toUpperCase());
  if (partyId)
    return {
      ends: endsOf(
        partyPhone ? decryptedPhone("parties", { countyId, id: partyId }, partyPhone) : "",
        idNumber ? decryptedIdNumber({ countyId, id: partyId }, idNumber) : "",
      ),
      asks: "signerEnd",
    };
  const own = besideId
    ? besidePhone && decryptedPhone("party_links", { countyId, id: besideId }, besidePhone)
    : outsiderId
      ? outsiderPhone && decryptedPhone("interpreters", { countyId, id: outsiderId }, outsiderPhone)
      : phone;
  return { ends: endsOf(own ?? ""), asks: found.requestId ? "signerEnd" : "phoneEnd" };
}

/** A link to whoever led before opens nothing, and a visit of theirs is over. */
const isForLead = sql`(q.signer_kind <> 'mediator' or q.person_id = r.lead_person_id)`;

/**
 * A request to sign opens while the paper it is about is out for signing, to sign within the hours of a link and after that to
 * see who has yet to; and once it is in force, for the copy, until the proceeding ends. A paper that was taken back or
 * replaced opens nothing.
 */
const awaitsSeal = (at: SQL) => sql`${isForLead}
  and (g.status = 'effective' or g.status = 'signing' and (l.used_at is not null or l.expires_at > ${at}))`;

/** The first read of a link: only which station invites and which second factor it asks for. Changes nothing. */
export async function peekLink(
  secret: string,
  address: string | null,
  now: Date,
): Promise<Pick<Found, "station" | "stationEn" | "asks">> {
  await requireLeftFrom("link", address);
  const found = await inCountyOf(secret, now, (tx) => liveLink(tx, secret, now, false));
  if (found) return { station: found.station, stationEn: found.stationEn, asks: found.asks };
  await spendFrom("link", address);
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
  await requireLeftFrom("link", address);
  const visit = newSecret();
  const until = new Date(now.getTime() + visitMinutes * 60_000);
  const open = async (tx: Tx): Promise<"open" | "dead" | number> => {
    const found = await liveLink(tx, secret, now, true);
    if (!found) return "dead";
    const own = sql`county_id = ${found.countyId}::uuid and id = ${found.id}::uuid`;
    const isRight = found.ends.includes(phoneEnd.normalize("NFKC").trim().toUpperCase());
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
  const outcome = await inCountyOf(secret, now, open);
  if (outcome === "open") return { visit, until: until.toISOString() };
  // Wrong digits are counted on the link itself, so they do not use up the limit that all callers share.
  if (outcome === "dead" || address !== null) await spendFrom("link", address);
  throw outcome === "dead" || outcome === 0 ? linkDead() : conflict("linkDigitsWrong", { left: outcome });
}

/** The visit of an id until its half hour is over, also after the answer, which stays readable that long. */
export async function visitBy(id: string, now: Date): Promise<LinkVisit> {
  const found = await inCountyOf(id, now, (tx) => openVisitOf(tx, id, now));
  if (!found) throw linkDead();
  const { countyId, personId, linkId, invitationId, askingId, requestId, name, until } = found;
  if (askingId) return { actor: systemActor(countyId, "links"), now, linkId, askingId, name, until };
  if (requestId) return { actor: systemActor(countyId, "links"), now, linkId, requestId, name, until };
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
  requestId: string | null;
  personId: string | null;
  name: string;
  until: string;
}

async function openVisitOf(tx: Tx, id: string, now: Date): Promise<FoundVisit | null> {
  const [found] = await tx.execute<FoundVisit>(sql`
    select l.county_id as "countyId", l.id as "linkId", l.invitation_id as "invitationId", l.asking_id as "askingId", l.request_id as "requestId", p.id as "personId",
      coalesce(p.name, n.name, e.name, b.name) as name, to_json(l.visit_expires_at) as until
    from ${opened}
    where coalesce(p.id, n.id, e.id, b.id) is not null and l.visit_hash = ${hashOfSecret(id)} and l.revoked_at is null and l.visit_expires_at > ${now.toISOString()}::timestamptz
      and (q.id is null or exists (select from proceedings r where r.county_id = g.county_id and r.id = g.proceeding_id and r.ended_at is null and ${isForLead}))`);
  return found ?? null;
}
