import type * as z from "zod";
import { disputeLinks } from "@/db/schema/merges";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { linkDisputesInput } from "./inputs";
import { openBoth } from "./parts/open-both";

/**
 * Says that two matters have to do with each other: they stay two. Whoever may read both sees it from either; nobody comes to
 * see a matter by it. Of a follow-up the first is the one that followed. Refuses linkedAlready and disputeMerged.
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
      await openBoth(tx, actor, "dispute.link", [disputeId, otherDisputeId]);
      const linkId = newId(now);
      await withSystemPrivileges(tx, () =>
        tx.insert(disputeLinks).values({
          ...{ countyId: actor.countyId, id: linkId, disputeId, otherDisputeId, kind, reason },
          linkedBy: actor.personId,
          linkedAt: now,
        }),
      );
      // Neither chain names the other matter: each is read by people who may not read the other.
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
