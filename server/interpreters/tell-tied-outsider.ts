import { sql } from "drizzle-orm";
import { perform } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

interface Target extends Record<string, unknown> {
  disputeId: string;
  proceedingId: string;
  interpreterId: string;
  askingId: string;
  sessionId: string;
}

/** Leaves the event of somebody from outside whom a tie has ended, so that they are told not to come. It does not say what the tie is. */
function endedByTie(ctx: ActContext<SystemActor>, input: Target): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.end", input, async () => {
    const { interpreterId, askingId, sessionId } = input;
    return { result: { interpreterId }, payload: { interpreter: interpreterId, sessionId, asking: askingId } };
  });
}

/** The worker's part after app.follow_interpreter_ties. Does nothing where they still come for another party. */
export async function tellTiedOutsider(payload: { countyId: string; interpreterId: string }, now: Date): Promise<void> {
  const { countyId, interpreterId } = payload;
  const actor = systemActor(countyId, "tellTiedOutsider");
  const [found] = await asActor({ actor, now }, (tx) =>
    tx.execute<Target>(sql`
      select n.dispute_id as "disputeId", n.proceeding_id as "proceedingId", n.id as "interpreterId", n.asking_id as "askingId", n.session_id as "sessionId"
      from interpreters n where n.county_id = ${countyId}::uuid and n.id = ${interpreterId}::uuid and n.ended_at is not null
        and not exists (select from interpreters o where o.county_id = n.county_id and o.asking_id = n.asking_id and o.ended_at is null)`),
  );
  if (!found) return;
  try {
    await endedByTie(actAs(actor, now, keyOf("interpreter.end", found.askingId)), found);
  } catch (error) {
    // The proceeding has ended meanwhile: its end told them.
    if (!(error instanceof Problem)) throw error;
  }
}
