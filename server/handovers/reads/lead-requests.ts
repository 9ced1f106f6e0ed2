import { sql } from "drizzle-orm";
import type { LeadRequestMeans, LeadRequestOutcome, SpokenMeans } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";

/** One request for another lead. Days are 'YYYY-MM-DD', instants ISO text. */
export interface LeadRequest {
  id: string;
  /** "" where the reader may not know the party's name. */
  party: string;
  spokenBy: string | null;
  means: LeadRequestMeans;
  askedOn: string;
  reason: string;
  wished: { id: string; name: string } | null;
  about: string;
  recordedBy: string;
  answerBy: string;
  outcome: LeadRequestOutcome | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string;
  newLead: string | null;
  toldMeans: SpokenMeans | null;
  toldOn: string | null;
}
export interface LeadRequests {
  requests: LeadRequest[];
  /** Who may ask, and who may speak for them. */
  parties: Speakable[];
  /** Whether the reader decides the open ones. */
  mayDecide: boolean;
}

/** What parties asked about the lead of the proceeding the reader may read: the open ones first, then the newest. */
export function leadRequestsOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<LeadRequests> {
  const { actor } = ctx;
  const { countyId } = actor;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "leadRequest.read", disputeId);
    const [requests, parties, [decides]] = await Promise.all([
      tx
        .execute<LeadRequest & Record<string, unknown>>(sql`
        select q.id, coalesce(p.name, '') as party, l.name as "spokenBy", q.means, q.asked_on::text as "askedOn", q.reason,
          case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as wished, a.name as about, r.name as "recordedBy",
          ${isoText(sql`q.answer_by`)} as "answerBy", q.outcome, d.name as "decidedBy", ${isoText(sql`q.decided_at`)} as "decidedAt",
          q.decision_reason as "decisionReason", n.name as "newLead", q.told_means as "toldMeans", q.told_on::text as "toldOn"
        from lead_requests q
          left join app.readable_parties p on p.county_id = q.county_id and p.id = q.party_id
          left join app.readable_party_links l on l.county_id = q.county_id and l.id = q.spoken_by_link_id
          join people a on a.county_id = q.county_id and a.id = q.lead_person_id
          join people r on r.county_id = q.county_id and r.id = q.recorded_by
          left join people w on w.county_id = q.county_id and w.id = q.wished_person_id
          left join people d on d.county_id = q.county_id and d.id = q.decided_by
          left join people n on n.county_id = q.county_id and n.id = q.new_lead_person_id
        where q.county_id = ${countyId}::uuid and q.dispute_id = ${disputeId}::uuid and q.proceeding_id = ${proceeding?.id ?? null}::uuid
        order by q.outcome is null desc, q.recorded_at desc, q.id`)
        .execute(),
      tx
        .execute<{ row: Speakable }>(sql`
        select json_build_object('id', p.id, 'name', p.name, ${speakable()}) as row from app.readable_parties p
        where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid and not p.is_departed order by p.side, p.position`)
        .execute(),
      tx
        .execute<{ may: boolean }>(
          sql`select app.decides_lead_request(${countyId}::uuid, ${proceeding?.id ?? null}::uuid, ${actor.personId}::uuid) as may`,
        )
        .execute(),
    ]);
    return { requests: [...requests], parties: parties.map(({ row }) => row), mayDecide: decides?.may ?? false };
  });
}
