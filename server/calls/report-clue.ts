import { clues } from "@/db/schema/calls";
import { requireRole } from "../access/gate";
import { lookForRelapse } from "../disputes/parts/look-for-relapse";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { ReportClueInput } from "./inputs";

/** A grid member tells what they saw or heard; their station takes it from there, they see only its status (N1). */
export function reportClue(ctx: ActContext, input: ReportClueInput): Promise<{ clueId: string }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "clue.report",
    input,
    (who) => requireRole(who, "clue.report"),
    async (tx) => {
      if (!actor.stationId) throw invalid("workplaceNeeded");
      const clueId = newId(now);
      await tx.insert(clues).values({
        countyId: actor.countyId,
        id: clueId,
        stationId: actor.stationId,
        pointId: input.pointId ?? actor.pointId,
        reporterId: actor.personId,
        place: input.place,
        text: input.text,
        reportedAt: now,
      });
      return { result: { clueId }, payload: { clueId }, jobs: [lookForRelapse(actor.countyId, "clue", clueId)] };
    },
  );
}
