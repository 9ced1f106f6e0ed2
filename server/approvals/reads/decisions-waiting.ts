import { sql } from "drizzle-orm";
import { waitingRequestsOf } from "../../access-requests/queries";
import { askedLeads, askedSettlements } from "../../handovers/parts/asked-of-head";
import { transfersToAnswer } from "../../handovers/reads/transfers";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import { windowsToDecide } from "../../windows/queries";

/** How much waits for a head's own decision, of each kind and in all. */
export interface DecisionsWaiting {
  transfers: number;
  leadRequests: number;
  settlements: number;
  /** Requests of others to lead a matter. */
  requests: number;
  windows: number;
  /** Of the windows: emergencies whose review is late. */
  lateReviews: number;
  all: number;
}

/** 等我决定: what the page of approvals asks of a head, for its badge and the first page; the page shows the same rows. */
export function decisionsWaiting({ actor, ...rest }: Context): Promise<DecisionsWaiting> {
  return asActor({ actor, ...rest }, async (tx) => {
    const [found] = await tx.execute<Omit<DecisionsWaiting, "all"> & Record<string, unknown>>(sql`
      select (select count(*)::int from ${transfersToAnswer} t) as transfers, (select count(*)::int from (${askedLeads(actor)}) q) as "leadRequests",
        (select count(*)::int from (${askedSettlements(actor)}) q) as settlements, (select count(*)::int from ${waitingRequestsOf(actor)}) as requests,
        w.windows, w.late as "lateReviews"
      from (select count(*)::int as windows, count(*) filter (where w.may = 'review' and w.review_due_at <= ${rest.now.toISOString()}::timestamptz)::int as late
        from ${windowsToDecide} w) w`);
    if (!found) throw new Error("no counts");
    const { transfers, leadRequests, settlements, requests, windows } = found;
    return { ...found, all: transfers + leadRequests + settlements + requests + windows };
  });
}
