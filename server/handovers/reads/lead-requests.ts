import { sql } from "drizzle-orm";
import type { LeadRequestMeans, LeadRequestOutcome, SpokenMeans } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import { requestColumns, requestNames } from "../parts/asked-of-head";

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
        select ${requestColumns} from lead_requests q ${requestNames}
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
