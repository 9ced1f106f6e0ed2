import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { instructions } from "@/db/schema/instructions";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { answerInstructionInput } from "./inputs";
import { openInstruction } from "./parts/open-instruction";

/** Whoever leads answers what a head asked, once; the head is told. Refuses alreadyAnswered. */
export function answerInstruction(
  ctx: ActContext,
  input: z.output<typeof answerInstructionInput>,
): Promise<{ instructionId: string }> {
  return perform(ctx, "instruction.answer", input, async (act) => {
    const { tx, countyId, actor, now } = act;
    const { id: instructionId, kind, answerBy } = await openInstruction(act, input.instructionId);
    await tx
      .update(instructions)
      .set({ answer: input.answer, answeredBy: actor.personId, answeredAt: now })
      .where(and(eq(instructions.countyId, countyId), eq(instructions.id, instructionId)));
    return { result: { instructionId }, payload: { instructionId, kind, inTime: now <= answerBy } };
  });
}
