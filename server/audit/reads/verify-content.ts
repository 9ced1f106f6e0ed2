import type { Sql } from "postgres";
import { sha256 } from "../../kernel/sha256";
import type { Covered } from "../parts/covered";
import { coveredContent } from "../parts/covered-content";

/** A row that is not what its acts wrote. `subject` is the dispute's number or the county's name, `row` table and key. */
export interface ContentFault {
  subject: string;
  row: string;
  /** `unsigned`: written without an act; `digests`: the list of what an event's act wrote was altered. */
  fault: "changed" | "removed" | "added" | "rewritten" | "unsigned" | "digests";
}

interface Kept {
  key: string;
  subject: string;
  /** The newest digest of the row, absent when it never had one. */
  digest: string | null;
  salt: string | null;
  version: number | null;
  seq: string | null;
  digests: number;
  /** The covered columns as JSON text, null when the row is gone. */
  values: string[] | null;
}

/**
 * Compares every covered row with the newest digest that an act left of it, and the digests with their events. `sql` is
 * a transaction of the owner in UTC, since times are hashed as text.
 */
export async function verifyContent(sql: Sql): Promise<{ rows: number; faults: ContentFault[] }> {
  const faults: ContentFault[] = await digestFaults(sql);
  let rows = 0;
  for (const [table, covered] of Object.entries(coveredContent)) {
    for await (const batch of sql.unsafe<Kept[]>(keptQuery(table, covered)).cursor(1_000))
      for (const kept of batch) {
        if (kept.values) rows += 1;
        const fault = faultOf(table, covered, kept);
        if (fault) faults.push({ subject: kept.subject, row: `${table} ${kept.key}`, fault });
      }
  }
  return { rows, faults };
}

/** Every row of the table beside its newest digest; rows without one and digests without a row as well. */
function keptQuery(table: string, covered: Covered): string {
  const { key, columns, earlier = {} } = covered;
  const keyText = key.split(",").map((column) => `${column}::text`);
  const valuesOf = (list: string) =>
    `array[${list
      .split(",")
      .map((column) => `coalesce((row -> '${column}')::text, 'null')`)
      .join(", ")}]`;
  const before = Object.entries(earlier).map(([version, list]) => `when d.version = ${version} then ${valuesOf(list)}`);
  return `
    select coalesce(r.key, d.key) as key, coalesce(m.number, c.name, coalesce(r.chain, d.chain)::text) as subject,
      d.digest, d.salt, d.version, d.seq, coalesce(d.digests, 0)::int as digests,
      case when r.key is null then null ${before.join(" ")} else ${valuesOf(columns)} end as values
    from (select county_id, ${chainOf(table, covered)} as chain, concat_ws(' ', ${keyText.join(", ")}) as key, to_jsonb(t) as row from ${table} t) r
    full join (
      select distinct on (county_id, key) county_id, key, chain, digest, salt, version, seq, count(*) over (partition by county_id, key) as digests
      from content_digests where subject = '${table}' order by county_id, key, id desc) d
      on d.county_id = r.county_id and d.key = r.key
    left join disputes m on m.county_id = coalesce(r.county_id, d.county_id) and m.id = coalesce(r.chain, d.chain)
    left join counties c on c.id = coalesce(r.chain, d.chain)`;
}

/** The chain that a row names: its dispute's, or where it belongs to none the county's. */
function chainOf(table: string, { ofCounty, ofAnyChain }: Covered): string {
  if (ofCounty) return "county_id";
  if (ofAnyChain) return "coalesce(dispute_id, county_id)";
  return table === "disputes" ? "id" : "dispute_id";
}

function faultOf(table: string, covered: Covered, kept: Kept): ContentFault["fault"] | null {
  const { key, salt, version, digest, values } = kept;
  if (digest === null) return "added";
  if (kept.seq === null) return "unsigned";
  if (values === null) return digest === "-" ? null : "removed";
  if (digest === "-") return "added";
  // A list of columns that is no longer known cannot be compared; the digest itself is still held by its event.
  if (version !== covered.version && !(version !== null && covered.earlier?.[version])) return null;
  if (sha256([salt, table, key, version, ...values].join("\n")) !== digest) return "changed";
  return covered.isFinal && kept.digests > 1 ? "rewritten" : null;
}

/** Events whose list of digests is not the one they hashed, and the same for what was there before. */
async function digestFaults(sql: Sql): Promise<ContentFault[]> {
  const faults: ContentFault[] = [];
  // Digests of before the chain covered content belong to no event: their hash is kept with the county (seq 0).
  const lists = sql<{ subject: string; seq: string; expected: string | null; lines: string | null }[]>`
    select coalesce(m.number, c.name, x.chain::text) as subject, x.seq, x.expected, x.lines
    from (
      select county_id, chain, seq, e.content as expected, l.lines
      from (select county_id, chain, seq, content from events where content is not null
        union all select county_id, county_id, 0, hash from content_before) e
      full join (
        select county_id, case when seq > 0 then chain else county_id end as chain, seq,
          string_agg(concat_ws(' ', subject, key, version, digest), chr(10) order by id) as lines
        from content_digests where seq is not null group by 1, 2, 3) l using (county_id, chain, seq)) x
    left join disputes m on m.county_id = x.county_id and m.id = x.chain
    left join counties c on c.id = x.county_id`;
  for await (const batch of lists.cursor(1_000))
    for (const { subject, seq, expected, lines } of batch)
      if (lines === null || sha256(lines) !== expected) faults.push({ subject, row: `event ${seq}`, fault: "digests" });
  return faults;
}
