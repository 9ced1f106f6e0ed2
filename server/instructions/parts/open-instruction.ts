import { and, eq } from "drizzle-orm";
import { instructions } from "@/db/schema/instructions";
import { type Act, proceedingOf } from "../../disputes/perform";
import { conflict, notFound } from "../../kernel/problem";

/** An instruction of this proceeding, locked; refuses with alreadyAnswered what was answered or taken back. */
export async function openInstruction(act: Act, instructionId: string) {
  const { tx, countyId } = act;
  const [row] = await tx
    .select()
    .from(instructions)
    .where(
      and(
        eq(instructions.countyId, countyId),
        eq(instructions.proceedingId, proceedingOf(act).id),
        eq(instructions.id, instructionId),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  if (row.answeredAt || row.withdrawnAt) throw conflict("alreadyAnswered");
  return row;
}
