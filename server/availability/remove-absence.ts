import { and, eq } from "drizzle-orm";
import { absences } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { AbsenceIdInput } from "./inputs";

/** Takes back an absence of the actor's own; they can be asked for that time again. */
export function removeAbsence(ctx: ActContext, input: AbsenceIdInput): Promise<{ absenceId: string }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      const gone = await tx
        .delete(absences)
        .where(and(eq(absences.countyId, countyId), eq(absences.personId, personId), eq(absences.id, input.absenceId)))
        .returning({ id: absences.id });
      if (gone.length === 0) throw notFound();
      return { result: { absenceId: input.absenceId }, payload: { absenceId: input.absenceId } };
    },
  );
}
