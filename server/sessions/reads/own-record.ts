import { hash } from "node:crypto";
import { sql } from "drizzle-orm";
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
const columns = sql`session_id as id, ${isoText(sql`starts_at`)} as "startsAt", ${isoText(sql`ends_at`)} as "endsAt", attendance, result,
  type, room, point, committee`;
/** Days before the first session and after the last one. */
const always = { from: "0001-01-01", until: "9999-01-01" } as const;

interface YearRow extends Record<string, unknown> {
  year: number;
  asked: number;
  accepted: number;
  declined: number;
  expired: number;
  attended: number;
  missed: number;
  seconds: number;
  agreed: number;
  partly_agreed: number;
  adjourned: number;
  failed: number;
}

/** The sum of some years. */
function tally(years: readonly YearRow[]): Tally {
  const sum = (of: Exclude<keyof YearRow, "year">) => years.reduce((total, year) => total + (year[of] as number), 0);
  const results: Record<SessionResult, number> = {
    agreed: sum("agreed"),
    partlyAgreed: sum("partly_agreed"),
    adjourned: sum("adjourned"),
    failed: sum("failed"),
  };
  return {
    asked: sum("asked"),
    accepted: sum("accepted"),
    declined: sum("declined"),
    silent: sum("expired"),
    attended: sum("attended"),
    missed: sum("missed"),
    hours: Math.round(sum("seconds") / 360) / 10,
    results: Object.fromEntries(Object.entries(results).filter(([, n]) => n > 0)),
  };
}

/** The reader's contributions, in total and by year, and a page of their sessions, newest first. */
export function ownRecord(ctx: Context, { before }: OwnRecordInput): Promise<OwnRecord> {
  return asActor(ctx, async (tx) => {
    const [years, found] = await Promise.all([
      tx.execute<YearRow>(sql`select * from app.own_totals()`),
      tx.execute<RecordedSession & Record<string, unknown>>(sql`
        select ${columns} from app.own_record(${always.from}::date, ${always.until}::date, ${before?.at ?? null}::timestamptz,
          ${before?.id ?? null}::uuid, ${pageSize + 1}, false) order by starts_at desc, session_id desc`),
    ]);
    const sessions = found.slice(0, pageSize);
    const last = found.length > pageSize ? sessions.at(-1) : undefined;
    return {
      total: tally(years),
      years: years.map((one) => ({ year: one.year, ...tally([one]) })),
      sessions,
      next: last ? { at: last.startsAt, id: last.id } : null,
    };
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
/** More than anybody sits in. */
const mostSessions = 100_000;

/** What they attended in a year, or in total, with digits by which a printed copy can be verified. */
export function ownProof(ctx: Context, { year }: OwnProofInput, most = proofSessions): Promise<Proof> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [who] = await tx.execute<{ name: string; post: string; employer: string; county: string }>(sql`
      select p.name, p.post, p.employer, c.name as county from people p join counties c on c.id = p.county_id
      where p.county_id = ${actor.countyId}::uuid and p.id = ${actor.personId}::uuid`);
    const found = await tx.execute<RecordedSession & { seal: string; hours: number } & Record<string, unknown>>(sql`
      select ${columns}, seal, extract(epoch from ends_at - starts_at)::float8 / 3600 as hours
      from app.own_record(${year ? `${year}-01-01` : always.from}::date, ${year ? `${year + 1}-01-01` : always.until}::date, null, null, ${mostSessions}, true)
      where attendance = 'present' order by starts_at, session_id limit ${most + 1}`);
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
