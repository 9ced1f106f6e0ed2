import { and, count, eq, sql } from "drizzle-orm";
import { absences } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { MarkAbsenceInput } from "./inputs";
import { type BookedThen, bookedThen } from "./parts/booked-then";

const longestDays = 366;
const mostAhead = 200;

/**
 * Marks time the actor is away: leave, a court day, or hours they keep for themselves. What is already booked in it
 * stays booked and is returned, so that they can tell its lead. Nobody else reads the note.
 */
export function markAbsence(
  ctx: ActContext,
  input: MarkAbsenceInput,
): Promise<{ absenceId: string; booked: BookedThen[] }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      const [from, to] = [new Date(input.from), new Date(input.to)];
      if (to <= ctx.now) throw conflict("absenceInPast");
      if (to.getTime() - from.getTime() > longestDays * 86_400_000)
        throw conflict("absenceTooLong", { days: longestDays });
      const [ahead] = await tx
        .select({ rows: count() })
        .from(absences)
        .where(
          and(
            eq(absences.countyId, countyId),
            eq(absences.personId, personId),
            sql`upper(${absences.during}) > ${ctx.now.toISOString()}::timestamptz`,
          ),
        );
      if ((ahead?.rows ?? 0) >= mostAhead) throw conflict("tooManyAbsences", { most: mostAhead });
      const absenceId = newId(ctx.now);
      await tx.insert(absences).values({
        countyId,
        id: absenceId,
        personId,
        during: `[${from.toISOString()},${to.toISOString()})`,
        kind: input.kind,
        note: input.note,
        recordedAt: ctx.now,
      });
      return { result: { absenceId, booked: await bookedThen(tx, ctx, from, to) }, payload: { absenceId } };
    },
  );
}
