import { and, eq, sql } from "drizzle-orm";
import { dutyShifts } from "@/db/schema/consultations";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { RemoveShiftInput } from "./inputs";

/**
 * Takes a shift off the roster; one that is over cannot be removed. Removing a running one ends its lawyer's turn, and
 * what waits for them is passed on.
 */
export function removeShift(ctx: ActContext, input: RemoveShiftInput): Promise<{ shiftId: string }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "duty.change",
    input,
    (who) => requireRole(who, "duty.change"),
    async (tx) => {
      const { countyId } = actor;
      const one = and(eq(dutyShifts.countyId, countyId), eq(dutyShifts.id, input.shiftId));
      const [shift] = await tx
        .select({
          personId: dutyShifts.personId,
          isOver: sql<boolean>`upper(${dutyShifts.during}) <= ${now.toISOString()}::timestamptz`,
        })
        .from(dutyShifts)
        .where(one);
      if (!shift) throw notFound();
      if (shift.isOver) throw conflict("shiftOver");
      await tx.delete(dutyShifts).where(one);
      return {
        result: { shiftId: input.shiftId },
        payload: { shiftId: input.shiftId, personId: shift.personId },
        jobs: [{ task: "passConsultations", payload: { countyId }, jobKey: `consultations:${countyId}` }],
      };
    },
  );
}
