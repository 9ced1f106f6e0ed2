import { and, eq } from "drizzle-orm";
import { clues } from "@/db/schema/calls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { SettleClueInput } from "./inputs";
import { clueAtPoint } from "./parts/clue-at-point";
import { writeStep } from "./parts/write-step";

/**
 * The keeper settled it on the spot; the station reads how, and whoever reported it is told. What may be family violence goes to the
 * station, and so does what was handed up. Refuses with violenceToStation, notFound, clueAlreadyHandled, clueHandedUp, dayInFuture, dayTooEarly.
 */
export function settleClue(ctx: ActContext, input: SettleClueInput): Promise<{ clueId: string }> {
  const { actor, now } = ctx;
  const { clueId, note, familyViolence, happenedOn = null } = input;
  return act(
    ctx,
    "clue.settle",
    input,
    (who) => requireRole(who, "clue.settle"),
    async (tx) => {
      const clue = await clueAtPoint(tx, actor, clueId);
      if (clue.isHandedUp) throw conflict("clueHandedUp");
      if (familyViolence !== "no") throw conflict("violenceToStation");
      await writeStep(tx, { actor, now }, clue, { kind: "settle", note, happenedOn });
      await tx
        .update(clues)
        .set({ status: "settled", answer: note, handledBy: actor.personId, handledAt: now })
        .where(and(eq(clues.countyId, actor.countyId), eq(clues.id, clueId)));
      return { result: { clueId }, payload: { clueId, accepted: false, happenedOn } };
    },
  );
}
