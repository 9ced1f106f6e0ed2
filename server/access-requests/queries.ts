import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "../kernel/actor";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { asActor } from "../kernel/transaction";

/** A request that waits for a decision of the reader. Instants are ISO text. */
export interface WaitingRequest {
  id: string;
  disputeId: string;
  number: string;
  title: string;
  name: string;
  post: string;
  reason: string;
  askedAt: string;
}

/** Requests `r` to lead a dispute `d` that the reader may decide; never those of their own duty. */
export const waitingRequestsOf = ({ countyId, personId }: PersonActor): SQL => sql`access_requests r
  join disputes d on d.county_id = r.county_id and d.id = r.dispute_id and r.county_id = ${countyId}::uuid and r.decided_at is null
    and app.may_grant(r.county_id, r.dispute_id, r.person_id, ${personId}::uuid)`;

/** Requests of others to lead a dispute that wait for the reader, oldest first. */
export function waitingRequests(ctx: Context): Promise<WaitingRequest[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<WaitingRequest & Record<string, unknown>>(sql`
      select r.id, r.dispute_id as "disputeId", d.number, d.title, p.name, p.post, r.reason, ${isoText(sql`r.asked_at`)} as "askedAt"
      from ${waitingRequestsOf(actor)} join people p on p.county_id = r.county_id and p.id = r.person_id
      order by r.asked_at, r.id limit ${listLimits.accessRequests}`);
    return [...rows];
  });
}
