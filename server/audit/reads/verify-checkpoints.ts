import type { KeyObject } from "node:crypto";
import type { Sql } from "postgres";
import { ruleDefaults } from "../../rules/defaults";
import { type Checkpoint, type Head, headsAfter, readSeries } from "../parts/checkpoint-lines";

/**
 * Where the database is not what a checkpoint signed. `subject` is the dispute's number, the county's name or, when the
 * dispute is gone, its id; `at` is the time of the checkpoint.
 */
export interface CheckpointFault {
  subject: string;
  at: string;
  /** `file`: line `seq` of the file is not signed by the key or does not follow the one before it. */
  fault: "file" | "cut" | "rewritten" | "dropped" | "backdated";
  seq: number;
}

export interface CheckpointReport {
  checkpoints: number;
  /** When the newest checkpoint was signed, or null when there is none. */
  last: string | null;
  /** New series and their reasons: a reset or a restore, which the reader of the report has to know of. */
  begun: { at: string; reason: string }[];
  faults: CheckpointFault[];
}

/**
 * Compares the chains with every head that was ever signed since the series began: a cut tail, a chain written anew, a
 * chain that is gone with its dispute, a database put back to an earlier state, and events dated back before a checkpoint.
 */
export async function verifyCheckpoints(sql: Sql, lines: readonly string[], key: KeyObject): Promise<CheckpointReport> {
  const series = readSeries(lines, key);
  const faults: CheckpointFault[] = [];
  if (series.brokenAt > 0) faults.push({ subject: "checkpoints", at: "", fault: "file", seq: series.brokenAt });
  const begun = series.checkpoints.filter(({ kind }) => kind === "anew").map(({ at, reason }) => ({ at, reason }));
  const start = series.checkpoints.findLastIndex(({ kind }) => kind === "anew");
  const signed = series.checkpoints.slice(Math.max(0, start));
  const found = new Map<string, CheckpointFault>();
  for (const fault of [...shrunk(signed), ...(await againstEvents(sql, signed))]) {
    const key = `${fault.subject} ${fault.fault}`;
    if (!found.has(key)) found.set(key, fault);
  }
  const numbers = await subjectsOf(sql);
  const named = [...found.values()].map((fault) => ({
    ...fault,
    subject: numbers.get(fault.subject) ?? fault.subject,
  }));
  const last = signed.at(-1);
  if (last) faults.push(...(await backdated(sql, signed, last)));
  return { checkpoints: series.checkpoints.length, last: last?.at ?? null, begun, faults: [...faults, ...named] };
}

/** Heads that a later checkpoint shows lower or gone: the worker signs what it finds, and the file keeps both. */
function shrunk(signed: readonly Checkpoint[]): CheckpointFault[] {
  const faults: CheckpointFault[] = [];
  let heads: ReadonlyMap<string, Head> = new Map();
  for (const checkpoint of signed) {
    for (const [county, chain, seq] of checkpoint.changed) {
      const before = heads.get(`${county} ${chain}`);
      if (before && seq < before[2])
        faults.push({ subject: chain, at: checkpoint.at, fault: seq === 0 ? "dropped" : "cut", seq: before[2] });
    }
    heads = headsAfter(heads, checkpoint);
  }
  return faults;
}

/** Every signed head beside the event at its place. */
async function againstEvents(sql: Sql, signed: readonly Checkpoint[]): Promise<CheckpointFault[]> {
  const heads = signed.flatMap(({ at, changed }) =>
    changed.filter(([, , seq]) => seq > 0).map((head) => ({ at, head })),
  );
  const faults: CheckpointFault[] = [];
  const step = 5_000;
  for (let from = 0; from < heads.length; from += step) {
    const part = heads.slice(from, from + step);
    const rows = await sql<{ hash: string | null; newest: string | null }[]>`
      select case when h.chain = 'before' then b.hash else e.hash end as hash,
        case when h.chain = 'before' then b.digests else (select max(o.seq) from events o where o.county_id = h.county and o.chain::text = h.chain) end as newest
      from unnest(${sql.array(part.map(({ head }) => head[0]))}::uuid[], ${sql.array(part.map(({ head }) => head[1]))}::text[],
        ${sql.array(part.map(({ head }) => head[2]))}::bigint[]) with ordinality as h (county, chain, seq, place)
      left join content_before b on h.chain = 'before' and b.county_id = h.county
      left join events e on h.chain <> 'before' and e.county_id = h.county and e.chain = nullif(h.chain, 'before')::uuid and e.seq = h.seq
      order by h.place`;
    for (const [index, { at, head }] of part.entries()) {
      const [county, chain, seq, hash] = head;
      const row = rows[index];
      if (row?.hash === hash) continue;
      const fault = !row?.newest ? "dropped" : Number(row.newest) < seq ? "cut" : "rewritten";
      faults.push({ subject: chain === "before" ? county : chain, at, fault, seq });
    }
  }
  return faults;
}

/** Events that say they are older than the last checkpoint, which did not see them. */
async function backdated(sql: Sql, signed: readonly Checkpoint[], last: Checkpoint): Promise<CheckpointFault[]> {
  let heads: ReadonlyMap<string, Head> = new Map();
  for (const checkpoint of signed) heads = headsAfter(heads, checkpoint);
  const all = [...heads.values()].filter(([, chain]) => chain !== "before");
  const late = ruleDefaults["checkpoint.lateMinutes"].value;
  const rows = await sql<{ subject: string; seq: string }[]>`
    select coalesce(d.number, c.name) as subject, min(e.seq) as seq
    from events e join counties c on c.id = e.county_id left join disputes d on d.county_id = e.county_id and d.id = e.chain
    left join unnest(${sql.array(all.map(([county]) => county))}::uuid[], ${sql.array(all.map(([, chain]) => chain))}::uuid[],
      ${sql.array(all.map(([, , seq]) => seq))}::bigint[]) as h (county, chain, seq) on h.county = e.county_id and h.chain = e.chain
    where e.seq > coalesce(h.seq, 0) and e.at_us < (extract(epoch from ${last.at}::timestamptz) - 60 * coalesce(
      (select max(r.value) from rules r where r.county_id = e.county_id and r.key = 'checkpoint.lateMinutes'), ${late})) * 1000000
    group by 1`;
  return rows.map(({ subject, seq }) => ({ subject, at: last.at, fault: "backdated", seq: Number(seq) }));
}

async function subjectsOf(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ id: string; subject: string }[]>`
    select id, number as subject from disputes union all select id, name from counties`;
  return new Map(rows.map(({ id, subject }) => [id, subject]));
}
