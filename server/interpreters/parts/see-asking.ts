import { and, eq, isNull } from "drizzle-orm";
import { interpreterAskings } from "@/db/schema/interpreters";
import type { AskingVisit } from "../../access/link-entry";
import { asActor } from "../../kernel/transaction";

/** Whoever was asked has opened their link; the lead sees it. Written once, and no answer: the chain does not cover it. */
export function seeAsking({ actor, now, askingId }: AskingVisit): Promise<unknown> {
  return asActor({ actor, now }, (tx) =>
    tx
      .update(interpreterAskings)
      .set({ seenAt: now })
      .where(
        and(
          eq(interpreterAskings.countyId, actor.countyId),
          eq(interpreterAskings.id, askingId),
          eq(interpreterAskings.status, "sent"),
          isNull(interpreterAskings.seenAt),
        ),
      ),
  );
}
