import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { canonicalPhone } from "@/db/encryption/canonical";
import { phoneHashes } from "@/db/encryption/encrypt";
import type { ProceedingStatus } from "@/db/vocabulary";
import { countLookups } from "../../access/hourly-limit";
import { maskPhone } from "../../access/mask";
import { hasPhoneLine } from "../../access/party-as-read";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { similarInput } from "../inputs";
import { incidentCount } from "../parts/incidents";
import type { CallChoice } from "./choices";
import { type SeenBefore, seenBefore } from "./seen-before";

/** Why something may be the same matter; phones and names as the person typed them, phones masked. */
export interface SimilarReasons {
  phones: string[];
  names: string[];
  /** Pieces of the place that are also there, in the form in which places are compared: 锦绣里, 6栋, 602. */
  places: string[];
}
export interface SimilarDispute {
  id: string;
  number: string;
  title: string;
  place: string;
  status: ProceedingStatus | null;
  registeredAt: string;
  /** Over, so that what is taken in now may be its relapse. */
  isOver: boolean;
  /** Different incidents reported about it. */
  incidents: number;
  reasons: SimilarReasons;
  /** Its parties who may be somebody now being registered, for those who work on it. */
  people: SeenBefore[];
  /** Strong: two kinds of match, or a place that matches down to the flat; another flat of the tower is none. */
  isStrong: boolean;
}
export interface SimilarFound {
  disputes: SimilarDispute[];
  calls: (CallChoice & { reasons: SimilarReasons })[];
}

const lineOf = (phone: string) => canonicalPhone(phone)?.line ?? phone;

/** A place in its form (app.place_form): 锦绣里6栋1单元602 → 锦绣里, 6栋, 1单元, 602. */
export function placePieces(form: string): string[] {
  const pieces = form.match(/\d+\p{Script=Han}{0,2}|[\p{Script=Han}A-Za-z]+/gu) ?? [];
  return [...new Set(pieces)].filter((piece) => piece.length > 1 || /\d/.test(piece)).slice(0, 8);
}

const list = (values: readonly string[]): SQL =>
  values.length === 0
    ? sql`array[]::text[]`
    : sql`array[${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )}]::text[]`;

/** The pieces found in the form of a place, as an array; 60 is not found in 602. The form is made once for all pieces. */
const piecesIn = (pieces: readonly string[], where: SQL): SQL =>
  sql`array(select w from (select app.place_form(${where}) as form offset 0) f cross join unnest(${list(pieces)}) w where f.form
    ~ (case when w ~ '^[0-9]' then '(^|[^0-9])' else '' end || w || case when w ~ '[0-9]$' then '([^0-9]|$)' else '' end))`;

/** A place that is alike: its name and at least one number of it. */
const alike = (names: readonly string[], found: SQL): SQL =>
  sql`(${found} && ${list(names)} and cardinality(${found}) > 1)`;

/** How many matters of one name, one phone or one building are looked at; the newest. */
const mostEach = 20;

/** The form of the place and of each name, by which they are compared however they are written. */
async function formsOf(tx: Tx, place: string, names: readonly string[]): Promise<{ place: string; names: string[] }> {
  const [forms] = await tx.execute<{ place: string; names: string[] }>(
    sql`select app.place_form(${place}) as place, array(select app.name_form(n) from unnest(${list(names)}) n) as names`,
  );
  return forms ?? { place: "", names: [] };
}

/**
 * Disputes that may be alike, found by what disputes are found by: each name, each name of the place with each number of it,
 * and each phone. A minor is found by no name (docs/adr/0039).
 */
function candidates(countyId: string, names: readonly string[], pieces: readonly string[], lines: SQL): SQL {
  const numbers = pieces.filter((piece) => /^\d/.test(piece));
  const places = pieces.filter((piece) => !/^\d/.test(piece));
  const asked = [...names.map((name) => [name]), ...places.flatMap((name) => numbers.map((number) => [name, number]))];
  const byWords = asked.map(
    (words) => sql`select f.id from app.find_disputes(${list(words)}, array[]::uuid[], array[]::integer[], false,
    null::timestamptz, null::uuid, ${mostEach}::int) f`,
  );
  // Ids follow the time at which they were made.
  const byPhone = sql`select x.dispute_id from ${lines} w (typed, hash) cross join lateral (select p.dispute_id from parties p
    where p.county_id = ${countyId}::uuid and ${hasPhoneLine(sql`w.hash`)} order by p.dispute_id desc limit ${mostEach}::int) x`;
  return sql.join([...byWords, byPhone], sql` union `);
}

/**
 * Disputes of the last two years the actor may see, and unattached police calls of their station, that share a phone,
 * a name or a place with what is being registered. Only
 * what the words and phones lead to is compared (docs/adr/0039). At most five of each, the most likely first.
 */
export async function similarDisputes(ctx: Context, input: z.output<typeof similarInput>): Promise<SimilarFound> {
  const { actor, now } = ctx;
  const phones = input.phones.filter((phone) => (canonicalPhone(phone)?.line.length ?? 0) >= 7);
  const typed = input.names.filter((name) => name.length > 1);
  if (phones.length + typed.length === 0 && !/\p{L}/u.test(input.place)) return { disputes: [], calls: [] };
  await countLookups(ctx, "search", phones.map(lineOf));
  const { countyId } = actor;
  const hashes = phones.map((phone) => phoneHashes(countyId, phone).lineHash);
  const lines = sql`unnest(${list(phones)}, ${list(hashes)}) as`;
  return asActor(ctx, async (tx) => {
    const forms = await formsOf(tx, input.place, typed);
    const pieces = placePieces(forms.place);
    const placeNames = pieces.filter((piece) => !/^\d/.test(piece));
    const disputes = await tx.execute<{ row: SimilarDispute }>(sql`
      with candidates (id) as materialized (${candidates(countyId, forms.names, pieces, lines)}),
      near as materialized (
        select d.county_id, d.id, d.number, d.title, d.place, d.registered_at,
          array(select distinct w.typed from ${lines} w (typed, hash) join parties p on p.county_id = d.county_id and p.dispute_id = d.id
            and ${hasPhoneLine(sql`w.hash`)}) as phones,
          array(select distinct p.name from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id and not p.is_minor
            and app.name_form(p.name) = any(${list(forms.names)})) as names,
          ${piecesIn(pieces, sql`d.place`)} as places
        from candidates c join disputes d on d.county_id = ${countyId}::uuid and d.id = c.id
        where d.merged_at is null and d.registered_at > ${now.toISOString()}::timestamptz - interval '17520 hours' and exists (select from app.own_rights a
          where a.county_id = d.county_id and a.dispute_id = d.id and a.relation <> 'invited' offset 0))
      select json_build_object('id', n.id, 'number', n.number, 'title', n.title, 'place', n.place, 'registeredAt', n.registered_at,
        'status', (select x.status from proceedings x where x.county_id = ${countyId}::uuid and x.dispute_id = n.id order by x.ordinal desc limit 1),
        'isOver', (select coalesce(bool_and(x.ended_at is not null), false) from proceedings x where x.county_id = ${countyId}::uuid and x.dispute_id = n.id),
        'incidents', (select ${incidentCount} from police_calls c where c.county_id = ${countyId}::uuid and c.dispute_id = n.id),
        'people', ${seenBefore({ names: list(typed), forms: list(forms.names), lines })},
        'reasons', json_build_object('phones', n.phones, 'names', n.names, 'places', case when k.place then n.places else '{}' end),
        'isStrong', (k.place::int + (n.phones <> '{}')::int + (n.names <> '{}')::int) > 1 or k.place and cardinality(n.places) > 2 and not app.are_apart(n.place, ${input.place})) as row
      from near n cross join lateral (select ${alike(placeNames, sql`n.places`)} as place) k
      where k.place or n.phones <> '{}' or n.names <> '{}'
      order by (k.place::int + (n.phones <> '{}')::int + (n.names <> '{}')::int) desc, cardinality(n.places) desc, n.registered_at desc limit 5`);
    const calls = await tx.execute<{ row: CallChoice & { reasons: SimilarReasons } }>(sql`
      with near as materialized (
        select c.*, ${piecesIn(pieces, sql`c.place`)} as places,
          array(select w.typed from ${lines} w (typed, hash) where c.phone_line_hash <> '' and c.phone_line_hash = w.hash) as phones
        from police_calls c where c.county_id = ${countyId}::uuid and c.dispute_id is null
          and (c.phone_line_hash <> '' and c.phone_line_hash = any(${list(hashes)})
            or exists (select from unnest(${list(placeNames)}) n where strpos(c.place_key, n) > 0)) and c.called_at > ${now.toISOString()}::timestamptz - interval '4320 hours')
      select json_build_object('id', n.id, 'number', n.number, 'calledAt', n.called_at, 'place', n.place, 'summary', n.summary,
        'reasons', json_build_object('phones', n.phones, 'names', json_build_array(), 'places', case when k.place then n.places else '{}' end)) as row
      from near n cross join lateral (select ${alike(placeNames, sql`n.places`)} as place) k
      where k.place or n.phones <> '{}' order by n.called_at desc, n.id desc limit 5`);
    const masked = <T extends { reasons: SimilarReasons }>(row: T): T => ({
      ...row,
      reasons: { ...row.reasons, phones: row.reasons.phones.map(maskPhone) },
    });
    return { disputes: disputes.map(({ row }) => masked(row)), calls: calls.map(({ row }) => masked(row)) };
  });
}
