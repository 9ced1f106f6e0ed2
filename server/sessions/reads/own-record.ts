import { hash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Attendance, DisputeType, SessionResult } from "@/db/vocabulary";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";
import type { OwnProofInput, OwnRecordInput } from "../inputs";

/** What came of the invitations of a year (or of all), and of the sessions held in it. */
export interface Tally {
  asked: number;
  accepted: number;
  declined: number;
  silent: number;
  attended: number;
  missed: number;
  /** Hours in sessions, one decimal. */
  hours: number;
  /** Results of the sessions they attended. */
  results: Partial<Record<SessionResult, number>>;
}

/** A session they were expected at: the type of dispute and the place, never the parties. */
export interface RecordedSession {
  id: string;
  startsAt: string;
  endsAt: string;
  attendance: Attendance;
  result: SessionResult | null;
  type: DisputeType;
  room: string;
  point: string;
  committee: string;
}

export interface OwnRecord {
  total: Tally;
  years: (Tally & { year: number })[];
  sessions: RecordedSession[];
  /** The last session of this page, to ask for the one after; null at the end. */
  next: { at: string; id: string } | null;
}

const pageSize = 20;
const yearOf = (instant: SQL) => sql`extract(year from ${instant} at time zone 'Asia/Shanghai')::int`;
const columns = sql`session_id as id, ${isoText(sql`starts_at`)} as "startsAt", ${isoText(sql`ends_at`)} as "endsAt", attendance, result,
  type, room, point, committee`;

const tally = (of: SQL): SQL => sql`jsonb_build_object(
  'asked', (select count(*) from mine where ${of}), 'accepted', (select count(*) from mine where status = 'accepted' and ${of}),
  'declined', (select count(*) from mine where status = 'declined' and ${of}), 'silent', (select count(*) from mine where status = 'expired' and ${of}),
  'attended', (select count(*) from held where attendance = 'present' and ${of}), 'missed', (select count(*) from held where attendance = 'absent' and ${of}),
  'hours', (select coalesce(round(sum(extract(epoch from ends_at - starts_at) / 3600)::numeric, 1), 0) from held where attendance = 'present' and ${of}),
  'results', (select coalesce(jsonb_object_agg(result, n), '{}') from (
    select result, count(*) as n from held where attendance = 'present' and result is not null and ${of} group by result) r))`;

const held = sql`held as (select *, ${yearOf(sql`starts_at`)} as year from app.own_record() where status = 'ended')`;

/** The reader's contributions, in total and by year, and a page of their sessions, newest first. */
export function ownRecord(ctx: Context, { before }: OwnRecordInput): Promise<OwnRecord> {
  return asActor(ctx, async (tx) => {
    const [figures] = await tx.execute<Pick<OwnRecord, "total" | "years">>(sql`
      with mine as (select status, ${yearOf(sql`sent_at`)} as year from app.own_cards()
        where status <> 'withdrawn'),
      ${held}, years as (select year as y from mine union select year from held)
      select ${tally(sql`true`)} as total, (select coalesce(jsonb_agg(${tally(sql`year = y`)} || jsonb_build_object('year', y) order by y desc), '[]') from years) as years`);
    const found = await tx.execute<RecordedSession & Record<string, unknown>>(sql`
      with ${held} select ${columns} from held
      where ${before ? sql`(starts_at, session_id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`}
      order by starts_at desc, session_id desc limit ${pageSize + 1}`);
    if (!figures) throw new Error("no record row");
    const sessions = found.slice(0, pageSize);
    const last = found.length > pageSize ? sessions.at(-1) : undefined;
    return { ...figures, sessions, next: last ? { at: last.startsAt, id: last.id } : null };
  });
}

/** A statement of service to print. */
export interface Proof {
  person: { name: string; post: string; employer: string };
  county: string;
  /** Null: all years. */
  year: number | null;
  /** Sessions they came to, oldest first. */
  sessions: RecordedSession[];
  hours: number;
  /** Whether they attended more sessions than one paper holds: then these are the first of them, and a year fits. */
  isCut: boolean;
  /**
   * Sixteen hexadecimal digits over the ids of these sessions and the hashes of the events that recorded them. The same
   * sessions always give the same digits; a session added, removed or altered gives others.
   */
  check: string;
}

const proofSessions = 1_000;

/** What they attended in a year, or in total, with digits by which a printed copy can be verified. */
export function ownProof(ctx: Context, { year }: OwnProofInput, most = proofSessions): Promise<Proof> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [who] = await tx.execute<{ name: string; post: string; employer: string; county: string }>(sql`
      select p.name, p.post, p.employer, c.name as county from people p join counties c on c.id = p.county_id
      where p.county_id = ${actor.countyId}::uuid and p.id = ${actor.personId}::uuid`);
    const found = await tx.execute<RecordedSession & { seal: string; hours: number } & Record<string, unknown>>(sql`
      with ${held} select ${columns}, seal, extract(epoch from ends_at - starts_at)::float8 / 3600 as hours from held
      where attendance = 'present' and (${year}::int is null or year = ${year}::int) order by starts_at, session_id limit ${most + 1}`);
    const rows = found.slice(0, most);
    const sealed = rows.map((row) => `${row.id} ${row.seal}\n`).join("");
    const { county = "", ...person } = who ?? { name: "", post: "", employer: "" };
    return {
      person,
      county,
      year,
      isCut: found.length > most,
      sessions: rows.map(({ id, startsAt, endsAt, attendance, result, type, room, point, committee }) => ({
        id,
        startsAt,
        endsAt,
        attendance,
        result,
        type,
        room,
        point,
        committee,
      })),
      hours: Math.round(rows.reduce((sum, row) => sum + row.hours, 0) * 10) / 10,
      check: hash("sha256", sealed, "hex").slice(0, 16),
    };
  });
}
