import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { instructions } from "@/db/schema/instructions";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { instructionTarget } from "./inputs";
import { openInstruction } from "./parts/open-instruction";

/** A head takes back what was asked and is not answered. Refuses alreadyAnswered. */
export function withdrawInstruction(
  ctx: ActContext,
  input: z.output<typeof instructionTarget>,
): Promise<{ instructionId: string }> {
  return perform(ctx, "instruction.withdraw", input, async (act) => {
    const { tx, countyId, actor, now } = act;
    const { id: instructionId, kind } = await openInstruction(act, input.instructionId);
    await tx
      .update(instructions)
      .set({ withdrawnBy: actor.personId, withdrawnAt: now })
      .where(and(eq(instructions.countyId, countyId), eq(instructions.id, instructionId)));
    return { result: { instructionId }, payload: { instructionId, kind } };
  });
}
