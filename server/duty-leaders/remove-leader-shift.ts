import { and, eq, sql } from "drizzle-orm";
import { dutyLeaders } from "@/db/schema/gate";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { RemoveLeaderShiftInput } from "./inputs";

/** Takes a shift off the station's roster; one that is over stays (shiftOver). The event keeps whose it was. */
export function removeLeaderShift(ctx: ActContext, input: RemoveLeaderShiftInput): Promise<{ leaderShiftId: string }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "dutyLeader.change",
    input,
    (who) => requireRole(who, "dutyLeader.change"),
    async (tx) => {
      const one = and(eq(dutyLeaders.countyId, actor.countyId), eq(dutyLeaders.id, input.leaderShiftId));
      const [shift] = await tx
        .select({
          personId: dutyLeaders.personId,
          isOver: sql<boolean>`upper(${dutyLeaders.during}) <= ${now.toISOString()}::timestamptz`,
        })
        .from(dutyLeaders)
        .where(one);
      if (!shift) throw notFound();
      if (shift.isOver) throw conflict("shiftOver");
      await tx.delete(dutyLeaders).where(one);
      return {
        result: { leaderShiftId: input.leaderShiftId },
        payload: { leaderShiftId: input.leaderShiftId, personId: shift.personId },
      };
    },
  );
}
