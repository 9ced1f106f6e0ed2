import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { disputeLinks } from "@/db/schema/merges";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { unlinkDisputesInput } from "./inputs";
import { openBoth } from "./parts/open-both";

/** Takes a link between two matters away, from either of them, with a reason; that there was one stays. Refuses linkRemoved. */
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
      await withSystemPrivileges(tx, () =>
        tx
          .update(disputeLinks)
          .set({ removedReason: reason, removedBy: actor.personId, removedAt: now })
          .where(thisLink),
      );
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
