import { type SQL, sql } from "drizzle-orm";
import { requireRole } from "../access/gate";
import { numberBy } from "../disputes/choices";
import { type NumberedPaper, standardPattern } from "../disputes/parts/number-patterns";
import type { Context } from "../kernel/context";
import { dayOf, yearOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { ownSeries, type SeriesKey } from "./parts/own-series";

interface SetPattern {
  pattern: string;
  /** 'YYYY-MM-DD' */
  from: string;
  by: string;
}
interface SetStart {
  year: number;
  lastUsed: number;
  proof: string;
  by: string;
  at: string;
}
/** A number that was given and counts no more: withdrawn with its agreement, or made void. */
interface VoidNumber {
  number: string;
  reason: string;
  at: string;
}

/** A series of numbers as it stands today. */
export interface SeriesLine {
  key: SeriesKey;
  paper: NumberedPaper;
  /** What counts today, and everything that was set, the newest first. */
  pattern: string;
  patterns: SetPattern[];
  /** The last number of this year, given here or on paper; 0 where none was. */
  last: number;
  /** The organisation's word in its numbers. */
  word: string;
  /** How the next number will look. */
  next: string;
  starts: SetStart[];
  voids: VoidNumber[];
}

export interface NumberSheet {
  organisation: string;
  year: number;
  series: SeriesLine[];
}

type Row = Record<string, unknown> & {
  word: string;
  name: string;
  counted: { kind: string; value: number }[];
  starts: (SetStart & { kind: string })[];
  patterns: (SetPattern & { kind: string })[];
  voids: (VoidNumber & { kind: SeriesKey })[];
};

/** Within this year of Shanghai. */
const within = (at: SQL, year: number): SQL => sql`${at} >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Asia/Shanghai')
  and ${at} < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'Asia/Shanghai')`;

/** The series of the reader's committee or station, with what was set by whom and which numbers are void. One statement. */
export function numberSheet(ctx: Context): Promise<NumberSheet> {
  const { actor, now } = ctx;
  requireRole(actor, "number.read");
  const { scope, isPolice, series } = ownSeries(actor);
  const [year, today] = [yearOf(now), dayOf(now)];
  const county = sql`${actor.countyId}::uuid`;
  const of = sql`${scope}::uuid`;
  const place = isPolice ? sql`stations` : sql`committees`;
  const track = isPolice
    ? sql`r.track = 'publicSecurity' and r.station_id = ${of}`
    : sql`r.track = 'peoples' and r.committee_id = ${of}`;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<Row>(sql`
      select o.name, ${isPolice ? sql`o.name` : sql`o.dossier_word`} as word,
        (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value)), '[]') from counters c
          where c.county_id = ${county} and c.scope = ${of} and c.year = ${year}) as counted,
        (select coalesce(json_agg(json_build_object('kind', s.kind, 'year', s.year, 'lastUsed', s.last_used, 'proof', s.proof, 'by', w.name, 'at', s.set_at) order by s.set_at desc), '[]')
          from number_starts s join people w on w.county_id = s.county_id and w.id = s.set_by where s.county_id = ${county} and s.scope = ${of}) as starts,
        (select coalesce(json_agg(json_build_object('kind', p.kind, 'pattern', p.pattern, 'from', p.valid_from, 'by', w.name) order by p.valid_from desc, p.set_at desc, p.id desc), '[]')
          from number_patterns p join people w on w.county_id = p.county_id and w.id = p.set_by where p.county_id = ${county} and p.scope = ${of}) as patterns,
        (select coalesce(json_agg(json_build_object('kind', v.kind, 'number', v.number, 'reason', v.reason, 'at', v.at) order by v.at desc), '[]') from (
          (select ${isPolice ? "agreement.publicSecurity" : "agreement"} as kind, a.number, a.withdrawn_reason as reason, a.withdrawn_at as at
            from agreements a join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id
            where a.county_id = ${county} and a.status = 'withdrawn' and a.number is not null and ${track} and ${within(sql`a.withdrawn_at`, year)}
            order by a.withdrawn_at desc limit 100)
          union all (select n.kind, n.number, n.reason, n.voided_at from number_voids n
            where n.county_id = ${county} and n.scope = ${of} and ${within(sql`n.voided_at`, year)} order by n.voided_at desc limit 100)) v) as voids
      from ${place} o where o.county_id = ${county} and o.id = ${of}`);
    if (!row) throw new Error("numbers of no organisation");
    return {
      organisation: row.name,
      year,
      series: series.map(({ key, paper, track: own }) => {
        const patterns = row.patterns.filter(({ kind }) => kind === key);
        const starts = row.starts.filter(({ kind }) => kind === key);
        const counted = row.counted.find(({ kind }) => kind === key)?.value ?? 0;
        const last = Math.max(
          counted,
          ...starts.filter((start) => start.year === year).map(({ lastUsed }) => lastUsed),
        );
        const pattern = patterns.find(({ from }) => from <= today)?.pattern ?? standardPattern(paper, own);
        const next = numberBy(pattern, { year, word: row.word, n: last + 1 });
        const voids = row.voids.filter(({ kind }) => kind === key);
        return { key, paper, pattern, patterns, last, word: row.word, next, starts, voids };
      }),
    };
  });
}
