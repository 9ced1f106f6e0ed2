import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SettlementWay, SignatureMeans } from "@/db/vocabulary";
import type { PapersAt } from "./matter";

/** An application for no penalty after the sides settled and performed (程序规定 186), with the head's decision. Days are 'YYYY-MM-DD'. */
export interface SettlementFacts {
  id: string;
  way: SettlementWay;
  /** Number of the people's mediation agreement of this dispute by which they settled; null where it was another one. */
  agreementNumber: string | null;
  agreedOn: string;
  agreed: string;
  performedOn: string;
  proof: string;
  appliedOn: string;
  applicants: { partyId: string; byName: string | null; means: SignatureMeans }[];
  handler: string;
  isApproved: boolean | null;
  decisionReason: string;
  decidedBy: string | null;
  decidedOn: string | null;
}

/** The applications of a police proceeding, oldest first, in one statement. */
export async function settlementFacts(tx: Tx, { countyId, proceedingId }: PapersAt): Promise<SettlementFacts[]> {
  const rows = await tx.execute<SettlementFacts & Record<string, unknown>>(sql`
    select s.id, s.way, (select a.number from agreements a where a.county_id = s.county_id and a.proceeding_id = s.peoples_proceeding_id
        and a.effective_at is not null order by a.ordinal desc limit 1) as "agreementNumber",
      s.agreed_on::text as "agreedOn", s.agreed, s.performed_on::text as "performedOn", s.proof, s.applied_on::text as "appliedOn", w.name as handler,
      (select coalesce(json_agg(json_build_object('partyId', p.id, 'byName', l.name, 'means', a.means) order by p.side, p.position), '[]')
        from settlement_applicants a join app.readable_parties p on p.county_id = a.county_id and p.id = a.party_id
          left join app.readable_party_links l on l.county_id = a.county_id and l.id = a.link_id
        where a.county_id = s.county_id and a.application_id = s.id) as applicants,
      s.is_approved as "isApproved", s.decision_reason as "decisionReason", h.name as "decidedBy", (s.decided_at at time zone 'Asia/Shanghai')::date::text as "decidedOn"
    from settlement_applications s join people w on w.county_id = s.county_id and w.id = s.recorded_by
      left join people h on h.county_id = s.county_id and h.id = s.decided_by
    where s.county_id = ${countyId}::uuid and s.proceeding_id = ${proceedingId}::uuid order by s.recorded_at, s.id`);
  return [...rows];
}
