import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { disputeLinks } from "@/db/schema/merges";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { unlinkDisputesInput } from "./inputs";
import { openBoth } from "./parts/open-both";

/**
 * Takes a link between two matters away, from either of them, with a reason; that there was one stays. Where it had named a relapse,
 * the later matter is none any more; whoever led the earlier one is measured by it and does not decide that. Refuses linkRemoved and
 * relapseByAnother.
 */
export function removeDisputeLink(
  ctx: ActContext<PersonActor>,
  input: z.output<typeof unlinkDisputesInput>,
): Promise<{ linkId: string }> {
  const { actor, now } = ctx;
  const { disputeId, linkId, reason } = input;
  const thisLink = and(eq(disputeLinks.countyId, actor.countyId), eq(disputeLinks.id, linkId));
  return act(
    ctx,
    "dispute.unlink",
    input,
    () => undefined,
    async (tx) => {
      const [link] = await withSystemPrivileges(tx, () => tx.select().from(disputeLinks).where(thisLink));
      if (!link || (link.disputeId !== disputeId && link.otherDisputeId !== disputeId)) throw notFound();
      await openBoth(tx, actor, "dispute.unlink", [link.disputeId, link.otherDisputeId]);
      if (link.removedAt) throw conflict("linkRemoved");
      await withSystemPrivileges(tx, async () => {
        const removed = { removedReason: reason, removedBy: actor.personId, removedAt: now };
        await tx.update(disputeLinks).set(removed).where(thisLink);
        await takeRelapseBack(tx, link);
      });
      const payload = { linkId, kind: link.kind };
      return {
        result: { linkId },
        disputeId: link.disputeId,
        payload,
        after: [{ action: "dispute.unlink", disputeId: link.otherDisputeId, payload }],
      };
    },
  );
}

/** What the link had made a relapse is none. What was named at registration stays: the link only repeated it. */
const takeRelapseBack = (tx: Tx, { countyId, id }: typeof disputeLinks.$inferSelect) =>
  tx.execute(sql`
    update disputes d set relapse_of = null from dispute_links l
    where l.county_id = ${countyId}::uuid and l.id = ${id}::uuid and app.names_relapse(l) and d.county_id = l.county_id
      and (d.id, d.relapse_of) in ((l.dispute_id, l.other_dispute_id), (l.other_dispute_id, l.dispute_id))`);
