import { endings } from "@/db/schema/proceedings";
import { endedFrom } from "../../disputes/parts/move-acceptance";
import { releasePeople } from "../../disputes/parts/release-people";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { Actor } from "../../kernel/actor";
import { dayIfEarlier } from "../../kernel/happened";

/**
 * Ends the proceeding because the matter has passed to others; gives the columns that change with its status. `takenOn` is the
 * day on which they took it where that is entered later: it ended then, or with what was still done here.
 */
export async function endAsTransferred(act: Act<Actor>, by: string, reason: string, takenOn: string | null = null) {
  const { tx, countyId, now } = act;
  const { id, disputeId } = proceedingOf(act);
  const released = await releasePeople(act, reason);
  const last = takenOn && (await endedFrom(act));
  const endedOn = takenOn && last && last > takenOn ? last : takenOn;
  await tx.insert(endings).values({
    countyId,
    proceedingId: id,
    disputeId,
    outcome: "transferred",
    reason,
    endedBy: by,
    endedAt: now,
    happenedOn: dayIfEarlier(endedOn, now),
  });
  return { released, stamps: { endedAt: now, outcome: "transferred" as const } };
}
