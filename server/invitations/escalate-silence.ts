import { sql } from "drizzle-orm";
import { perform } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { Problem } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { rulesOn } from "../rules/queries";
import { pairSilences, type Silence } from "./parts/silences";

interface Target {
  disputeId: string;
  proceedingId: string;
  personId: string;
  /** The two invitations that got no answer, the earlier first. */
  silent: readonly [string, string];
}

/**
 * Records that a unit's lead is told: one of their people left a second invitation without an answer. The message
 * follows from the event. `unit` is null where the person belongs to none: then only the lead of the dispute is told.
 */
export function escalateSilence(ctx: ActContext<SystemActor>, input: Target): Promise<{ unitId: string | null }> {
  return perform(ctx, "invitation.escalate", input, async ({ tx, countyId }) => {
    const [person] = await tx.execute<{ unitId: string | null; forceCode: string }>(sql`
      select p.unit_id as "unitId", i.force_code as "forceCode" from people p join invitations i on i.county_id = p.county_id and i.person_id = p.id
      where p.county_id = ${countyId}::uuid and p.id = ${input.personId}::uuid and i.id = ${input.silent[1]}::uuid`);
    const unitId = person?.unitId ?? null;
    return {
      result: { unitId },
      payload: {
        invitation: input.silent[1],
        before: input.silent[0],
        person: input.personId,
        force: person?.forceCode,
        unit: unitId,
      },
    };
  });
}

/**
 * The worker's part after each silence: pairs all silences of a person within the county's window, and tells of each
 * pair once, whichever of two simultaneous jobs comes last.
 */
export async function tellOfSilence(payload: { countyId: string; personId: string }, now: Date): Promise<void> {
  const { countyId, personId } = payload;
  const actor = systemActor(countyId, "escalateSilence");
  const { silences, windowDays } = await asActor({ actor, now }, async (tx) => ({
    windowDays: (await rulesOn(tx, countyId, dayOf(now)))["silence.windowDays"],
    silences: await tx.execute<Silence & Record<string, unknown>>(sql`
      select id, dispute_id as "disputeId", proceeding_id as "proceedingId", answer_by as "answerBy" from invitations
      where county_id = ${countyId}::uuid and person_id = ${personId}::uuid and status = 'expired' order by answer_by, id`),
  }));
  for (const [before, last] of pairSilences(silences, windowDays, now)) {
    const { disputeId, proceedingId } = last;
    try {
      await escalateSilence(actAs(actor, now, keyOf("invitation.escalate", last.id)), {
        disputeId,
        proceedingId,
        personId,
        silent: [before.id, last.id],
      });
    } catch (error) {
      // The proceeding has ended: nobody waits for an answer.
      if (!(error instanceof Problem)) throw error;
    }
  }
}
