import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { canonicalPhone } from "@/db/encryption/canonical";
import { phoneHashes } from "@/db/encryption/encrypt";
import type { ProceedingStatus } from "@/db/vocabulary";
import { countLookups } from "../../access/hourly-limit";
import { maskPhone } from "../../access/mask";
import { hasPhoneLine } from "../../access/party-as-read";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { similarInput } from "../inputs";
import type { CallChoice } from "./choices";

/** Why something may be the same matter; what matched is returned as the person typed it, phones masked. */
export interface SimilarReasons {
  phones: string[];
  names: string[];
  /** Pieces of the place that are also there: 锦绣里, 6幢, 602. */
  places: string[];
}
export interface SimilarDispute {
  id: string;
  number: string;
  title: string;
  place: string;
  status: ProceedingStatus | null;
  registeredAt: string;
  calls: number;
  reasons: SimilarReasons;
  /** Strong: two kinds of match, or a place that matches down to the flat. */
  isStrong: boolean;
}
export interface SimilarFound {
  disputes: SimilarDispute[];
  calls: (CallChoice & { reasons: SimilarReasons })[];
}

const lineOf = (phone: string) => canonicalPhone(phone)?.line ?? phone;

/** 锦绣里 6 幢 1 单元 602 → 锦绣里, 6幢, 1单元, 602. */
export function placePieces(place: string): string[] {
  const pieces = place.replace(/\s+/g, "").match(/\d+\p{Script=Han}{0,2}|[\p{Script=Han}A-Za-z]+/gu) ?? [];
  return [...new Set(pieces)].filter((piece) => piece.length > 1 || /\d/.test(piece)).slice(0, 8);
}

const list = (values: readonly string[]): SQL =>
  values.length === 0
    ? sql`array[]::text[]`
    : sql`array[${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )}]::text[]`;

/** The pieces found in `where` (spaces taken out), as an array; 60 is not found in 602. */
const piecesIn = (pieces: readonly string[], where: SQL): SQL =>
  sql`array(select w from unnest(${list(pieces)}) w where replace(${where}, ' ', '')
    ~ (case when w ~ '^[0-9]' then '(^|[^0-9])' else '' end || w || case when w ~ '[0-9]$' then '([^0-9]|$)' else '' end))`;

/** A place that is alike: its name and at least one number of it. */
const alike = (names: readonly string[], found: SQL): SQL =>
  sql`(${found} && ${list(names)} and cardinality(${found}) > 1)`;

/**
 * Disputes of the last two years the actor may see, and unattached police calls of their station, that share a phone,
 * a name or a place with what is being registered. Only what the words and phones lead to is compared (docs/adr/0039). At most five of each, the most likely first.
 */
export async function similarDisputes(ctx: Context, input: z.output<typeof similarInput>): Promise<SimilarFound> {
  const { actor, now } = ctx;
  const phones = input.phones.filter((phone) => (canonicalPhone(phone)?.line.length ?? 0) >= 7);
  const names = input.names.filter((name) => name.length > 1);
  const pieces = placePieces(input.place);
  const placeNames = pieces.filter((piece) => !/^\d/.test(piece));
  if (phones.length + names.length + placeNames.length === 0) return { disputes: [], calls: [] };
  await countLookups(ctx, "search", phones.map(lineOf));
  const { countyId } = actor;
  const hashes = phones.map((phone) => phoneHashes(countyId, phone).lineHash);
  const lines = sql`unnest(${list(phones)}, ${list(hashes)}) as`;
  return asActor(ctx, async (tx) => {
    const disputes = await tx.execute<{ row: SimilarDispute }>(sql`
      with candidates as materialized (
        select f.id from unnest(${list([...names, ...placeNames])}) w (word)
          cross join lateral app.find_disputes(array_remove(string_to_array(w.word, ' '), ''), array[]::uuid[], array[]::integer[], false, null, null, null) f
        union
        select p.dispute_id from ${lines} w (typed, hash) join parties p on p.county_id = ${countyId}::uuid and ${hasPhoneLine(sql`w.hash`)}),
      near as (
        select d.id, d.number, d.title, d.place, d.registered_at,
          array(select distinct w.typed from ${lines} w (typed, hash) join parties p on p.county_id = d.county_id and p.dispute_id = d.id
            and ${hasPhoneLine(sql`w.hash`)}) as phones,
          array(select distinct p.name from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id and not p.is_minor
            and p.name = any(${list(names)})) as names,
          ${piecesIn(pieces, sql`d.place`)} as places
        from candidates c join disputes d on d.county_id = ${countyId}::uuid and d.id = c.id
        where d.registered_at > ${now.toISOString()}::timestamptz - interval '17520 hours' and exists (select from app.own_rights a
          where a.county_id = d.county_id and a.dispute_id = d.id and a.relation <> 'invited' offset 0))
      select json_build_object('id', n.id, 'number', n.number, 'title', n.title, 'place', n.place, 'registeredAt', n.registered_at,
        'status', (select x.status from proceedings x where x.county_id = ${countyId}::uuid and x.dispute_id = n.id order by x.ordinal desc limit 1),
        'calls', (select count(*) from police_calls c where c.county_id = ${countyId}::uuid and c.dispute_id = n.id),
        'reasons', json_build_object('phones', n.phones, 'names', n.names, 'places', case when k.place then n.places else '{}' end),
        'isStrong', (k.place::int + (n.phones <> '{}')::int + (n.names <> '{}')::int) > 1 or k.place and cardinality(n.places) > 2) as row
      from near n cross join lateral (select ${alike(placeNames, sql`n.places`)} as place) k
      where k.place or n.phones <> '{}' or n.names <> '{}'
      order by (k.place::int + (n.phones <> '{}')::int + (n.names <> '{}')::int) desc, cardinality(n.places) desc, n.registered_at desc limit 5`);
    const calls = await tx.execute<{ row: CallChoice & { reasons: SimilarReasons } }>(sql`
      with near as (
        select c.*, ${piecesIn(pieces, sql`c.place`)} as places,
          array(select w.typed from ${lines} w (typed, hash) where c.phone_line_hash <> '' and c.phone_line_hash = w.hash) as phones
        from police_calls c where c.county_id = ${countyId}::uuid and c.dispute_id is null and c.called_at > ${now.toISOString()}::timestamptz - interval '4320 hours')
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
