import type { Sql } from "postgres";
import { sha256 } from "../../kernel/sha256";

/**
 * One place where a chain is not as it was written. `subject` is the dispute's number, or the county's name for acts
 * without one.
 */
export interface ChainFault {
  subject: string;
  seq: number;
  fault: "hash" | "link" | "gap" | "head" | "missing" | "stray";
}
export interface ChainReport {
  chains: number;
  events: number;
  faults: ChainFault[];
}

interface EventRow {
  county_id: string;
  chain: string;
  seq: string;
  dispute_id: string | null;
  proceeding_id: string | null;
  actor_id: string | null;
  actor_kind: string;
  action: string;
  at_us: string;
  payload: string;
  content: string | null;
  prev: string;
  hash: string;
}
interface Head {
  county_id: string;
  chain: string;
  seq: string;
  hash: string;
  subject: string;
}

const genesis = "0".repeat(64);

/** The hash that the database must have written, computed here by separate code. */
export function hashOf(row: EventRow): string {
  const lines = [
    row.prev,
    row.content === null ? "v1" : "v2",
    row.chain,
    row.seq,
    row.at_us,
    row.actor_kind,
    row.actor_id ?? "-",
    row.action,
    row.dispute_id ?? "-",
    row.proceeding_id ?? "-",
    ...(row.content === null ? [] : [row.content]),
    row.payload,
  ];
  return sha256(lines.join("\n"));
}

/** Checks one chain from its first event to its head. */
function faultsOf(subject: string, rows: readonly EventRow[], head: Head | undefined): ChainFault[] {
  const faults: ChainFault[] = [];
  let prev = genesis;
  let seq = 0;
  for (const row of rows) {
    seq += 1;
    if (Number(row.seq) !== seq) {
      faults.push({ subject, seq, fault: "gap" });
      seq = Number(row.seq);
    }
    if (row.prev !== prev) faults.push({ subject, seq, fault: "link" });
    if (hashOf(row) !== row.hash) faults.push({ subject, seq, fault: "hash" });
    prev = row.hash;
  }
  if (!head) faults.push({ subject, seq, fault: "missing" });
  else if (Number(head.seq) !== seq || head.hash !== prev)
    faults.push({ subject, seq: Number(head.seq), fault: "head" });
  return faults;
}

/**
 * Recomputes every event chain of the database: hashes, links, gaps and heads. Also names disputes
 * without a chain and chains without a dispute. Needs a connection of the owner, since it reads every county.
 */
export async function verifyChains(sql: Sql): Promise<ChainReport> {
  const heads = await sql<Head[]>`
    select h.county_id, h.chain, h.seq, h.hash, coalesce(d.number, case h.chain when h.county_id then c.name else c.name || ', audit' end) as subject
    from event_heads h join counties c on c.id = h.county_id
    left join disputes d on d.county_id = h.county_id and d.id = h.chain`;
  const headOf = new Map(heads.map((head) => [`${head.county_id} ${head.chain}`, head]));
  const report: ChainReport = { chains: 0, events: 0, faults: [] };
  const seen = new Set<string>();
  let chain = "";
  let rows: EventRow[] = [];
  const close = () => {
    if (chain === "") return;
    const head = headOf.get(chain);
    report.chains += 1;
    report.events += rows.length;
    seen.add(chain);
    report.faults.push(...faultsOf(head?.subject ?? chain, rows, head));
  };
  for await (const batch of sql<EventRow[]>`select * from events order by county_id, chain, seq`.cursor(2_000)) {
    for (const row of batch) {
      const key = `${row.county_id} ${row.chain}`;
      if (key !== chain) {
        close();
        chain = key;
        rows = [];
      }
      rows.push(row);
    }
  }
  close();
  for (const [key, head] of headOf) {
    if (!seen.has(key)) report.faults.push({ subject: head.subject, seq: Number(head.seq), fault: "missing" });
  }
  const chainless = await sql<{ number: string }[]>`
    select d.number from disputes d where not exists (select from event_heads h where h.county_id = d.county_id and h.chain = d.id)`;
  for (const { number } of chainless) report.faults.push({ subject: number, seq: 0, fault: "missing" });
  const strays = await sql<{ chain: string; seq: string }[]>`
    select h.chain, h.seq from event_heads h where h.chain not in (h.county_id, overlay(overlay(md5('audit ' || h.county_id) placing '5' from 13) placing '8' from 17)::uuid) and not exists (select from disputes d where d.county_id = h.county_id and d.id = h.chain)`;
  for (const { chain, seq } of strays) report.faults.push({ subject: chain, seq: Number(seq), fault: "stray" });
  return report;
}
