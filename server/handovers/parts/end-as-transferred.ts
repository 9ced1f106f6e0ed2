import { endings } from "@/db/schema/proceedings";
import { releasePeople } from "../../disputes/parts/release-people";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { Actor } from "../../kernel/actor";

/** Ends the proceeding because the matter has passed to others; gives the columns that change with its status. */
export async function endAsTransferred(act: Act<Actor>, by: string, reason: string) {
  const { tx, countyId, now } = act;
  const { id, disputeId } = proceedingOf(act);
  const released = await releasePeople(act, reason);
  await tx.insert(endings).values({
    countyId,
    proceedingId: id,
    disputeId,
    outcome: "transferred",
    reason,
    endedBy: by,
    endedAt: now,
  });
  return { released, stamps: { endedAt: now, outcome: "transferred" as const } };
}
