import { sql } from "drizzle-orm";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { ReasonedInput } from "./inputs";

/**
 * Opens a restricted matter again, with a reason: a head of its office, of another duty than whoever restricted it. The
 * heads and the lead are told. They read it in a window when they do: whoever opens a matter does not open it to themselves
 * (docs/adr/0029). Refuses with otherDutyDecides and windowNeeded.
 */
export function releaseDispute(ctx: ActContext<PersonActor>, input: ReasonedInput): Promise<{ disputeId: string }> {
  const { actor, now } = ctx;
  const { disputeId, reason } = input;
  return act(
    ctx,
    "restriction.release",
    input,
    (who) => requireRole(who, "restriction.release"),
    async (tx) => {
      const [frame] = await tx.execute(sql`select from app.restricted_frames(${disputeId}::uuid)`);
      if (!frame) throw notFound();
      await tx.execute(sql`update dispute_restrictions
        set released_by = ${actor.personId}::uuid, released_at = ${now.toISOString()}::timestamptz, release_reason = ${reason}
        where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid and released_at is null`);
      return { result: { disputeId }, disputeId, payload: { reason } };
    },
  );
}
