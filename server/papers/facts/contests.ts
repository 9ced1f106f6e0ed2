import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ContestEnd, ContestKind } from "@/db/vocabulary";
import type { PapersAt } from "./matter";

/** What was contested of the ledger, by whom, and how that was cleared up. */
export interface ContestFacts {
  clause: number;
  kind: ContestKind;
  saidBy: string;
  /** Who spoke for them; null where they spoke themselves. */
  spokenBy: string | null;
  amountFen: number | null;
  on: string;
  /** Null while it is open; an entry that was corrected ends it without a word. */
  end: { kind: ContestEnd | "corrected"; on: string; reason: string } | null;
}

/** The contests of all agreements of a proceeding, oldest first. */
export async function contestFacts(tx: Tx, { countyId, proceedingId }: PapersAt): Promise<ContestFacts[]> {
  const rows = await tx.execute<ContestFacts & Record<string, unknown>>(sql`
    select o.ordinal as clause, k.kind, p.name as "saidBy", l.name as "spokenBy", k.amount_fen::float8 as "amountFen", k.said_on::text as "on",
      coalesce((select json_build_object('kind', e.kind, 'on', e.ended_on, 'reason', e.reason) from ledger_contest_ends e
          where e.county_id = k.county_id and e.contest_id = k.id),
        (select json_build_object('kind', 'corrected', 'on', c.performed_on, 'reason', c.proof_note) from performances c
          where c.county_id = k.county_id and c.corrects_id = k.entry_id)) as end
    from ledger_contests k join obligations o on o.county_id = k.county_id and o.id = k.obligation_id
      join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      join app.readable_parties p on p.county_id = k.county_id and p.id = k.said_by_party_id
      left join app.readable_party_links l on l.county_id = k.county_id and l.id = k.said_by_link_id
    where k.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid order by k.recorded_at, k.id`);
  return [...rows];
}
