import { type SQL, sql } from "drizzle-orm";
import type { ContestEnd, ContestKind, SpokenMeans } from "@/db/vocabulary";

/** What is contested on an account of a clause, by whom, and how that ended. Money in fen, days 'YYYY-MM-DD'. */
export interface Contest {
  id: string;
  kind: ContestKind;
  /** On whose account. */
  partyId: string;
  /** The entry that is denied; null of what is claimed. */
  entryId: string | null;
  saidByPartyId: string;
  /** Who spoke for them, and how they were heard; null where nobody else did, and in rows of before. */
  saidByLinkId: string | null;
  means: SpokenMeans | null;
  amountFen: number | null;
  saidOn: string;
  reason: string;
  recordedByName: string;
  /** False once it ended, by a word of its own or because its entry was corrected. */
  isOpen: boolean;
  end: ContestEnded | null;
}

/** How one ended; `saidByPartyId` took it back, where somebody did. */
interface ContestEnded extends Pick<Contest, "saidByLinkId" | "means" | "reason" | "recordedByName"> {
  kind: ContestEnd;
  saidByPartyId: string | null;
  endedOn: string;
}

/** The contests of the clause `o` of a statement, oldest first, as JSON, and so much of them as is open: `(list, denied, claimed)`. */
export const contestsOf = (): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', k.id, 'kind', k.kind, 'partyId', k.party_id, 'entryId', k.entry_id, 'saidByPartyId', k.said_by_party_id, 'saidByLinkId', k.said_by_link_id, 'means', k.means,
      'amountFen', k.amount_fen, 'saidOn', k.said_on, 'reason', k.reason, 'recordedByName', w.name, 'isOpen', k.is_open,
      'end', (select json_build_object('kind', e.kind, 'saidByPartyId', e.said_by_party_id, 'saidByLinkId', e.said_by_link_id, 'means', e.means, 'endedOn', e.ended_on, 'reason', e.reason, 'recordedByName', v.name)
        from ledger_contest_ends e join people v on v.county_id = e.county_id and v.id = e.recorded_by
        where e.county_id = k.county_id and e.contest_id = k.id)) order by k.recorded_at, k.id), '[]'::json) as list,
    coalesce(sum(k.amount_fen) filter (where k.is_open and k.kind = 'denied'), 0)::bigint as denied,
    coalesce(sum(k.amount_fen) filter (where k.is_open and k.kind = 'claimed'), 0)::bigint as claimed
  from (select c.*, exists (select from app.open_contests(o.county_id, o.id) p where p.id = c.id) as is_open
      from ledger_contests c where c.county_id = o.county_id and c.obligation_id = o.id) k
    join people w on w.county_id = k.county_id and w.id = k.recorded_by)`;
