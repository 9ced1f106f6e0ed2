import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { disputeLinks } from "@/db/schema/merges";
import type { OpenDispute } from "../access/gate";
import { recordRelapse } from "../disputes/parts/record-relapse";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { linkDisputesInput } from "./inputs";
import { openBoth } from "./parts/open-both";

/**
 * Says that two matters have to do with each other: they stay two. Whoever may read both sees it from either; nobody comes to
 * see a matter by it. Of a follow-up the first is the one that followed; where the other was over by then it is a relapse of it, which
 * is told like any, as long as the link stands. Refuses linkedAlready and disputeMerged.
 */
export function linkDisputes(
  ctx: ActContext<PersonActor>,
  input: z.output<typeof linkDisputesInput>,
): Promise<{ linkId: string }> {
  const { actor, now } = ctx;
  const { disputeId, otherDisputeId, kind, reason } = input;
  return act(
    ctx,
    "dispute.link",
    input,
    () => undefined,
    async (tx) => {
      const both = await openBoth(tx, actor, "dispute.link", [disputeId, otherDisputeId]);
      const linkId = newId(now);
      await withSystemPrivileges(tx, async () => {
        await tx.insert(disputeLinks).values({
          ...{ countyId: actor.countyId, id: linkId, disputeId, otherDisputeId, kind, reason },
          linkedBy: actor.personId,
          linkedAt: now,
        });
        if (kind === "followUp") await nameRelapse(tx, { actor, now }, both);
      });
      // The link's own events name neither matter: each is read by people who may not read the other.
      const payload = { linkId, kind };
      return {
        result: { linkId },
        disputeId,
        payload,
        after: [{ action: "dispute.link", disputeId: otherDisputeId, payload }],
      };
    },
  );
}

/**
 * What was taken in anew without saying so is a relapse all the same of what was over when it came: named by this link, and counted
 * as one from then on. Nothing where the earlier matter still ran, or the later one is a relapse already.
 */
async function nameRelapse(
  tx: Tx,
  by: { actor: PersonActor; now: Date },
  [{ dispute: later }, { dispute: earlier }]: readonly [OpenDispute, OpenDispute],
): Promise<void> {
  const { countyId } = by.actor;
  const [named] = await tx.execute<{ number: string }>(sql`
    update disputes d set relapse_of = ${earlier.id}::uuid where d.county_id = ${countyId}::uuid and d.id = ${later.id}::uuid and d.relapse_of is null
      and (select count(*) > 0 and bool_and(p.ended_at is not null and p.ended_at < d.registered_at) from proceedings p
        where p.county_id = d.county_id and p.dispute_id = ${earlier.id}::uuid)
    returning case when d.station_id = ${earlier.stationId}::uuid and not exists (select from dispute_restrictions x
      where x.county_id = d.county_id and x.dispute_id = d.id and x.released_at is null) then d.number else '' end as number`);
  // Of what came to another station, or is closed to most, nothing is said.
  if (named) await recordRelapse(tx, by, { disputeId: earlier.id, by: named.number });
}
