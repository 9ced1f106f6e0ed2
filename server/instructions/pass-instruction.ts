import { and, eq, isNull } from "drizzle-orm";
import { instructions } from "@/db/schema/instructions";
import { perform } from "../disputes/perform";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { openInstruction } from "./parts/open-instruction";

interface Target {
  countyId: string;
  instructionId: string;
}

/**
 * The worker's part when the instant of an answer is over: whoever asked and whoever leads are told, once. Answered or taken back
 * meanwhile, ended with its proceeding, or run twice, it does nothing.
 */
export async function passInstruction({ countyId, instructionId }: Target, now: Date): Promise<void> {
  const actor = systemActor(countyId, "passInstruction");
  const { disputeId, proceedingId, answeredAt, withdrawnAt } = instructions;
  const [open] = await asActor({ actor, now }, (tx) =>
    tx
      .select({ disputeId, proceedingId })
      .from(instructions)
      .where(
        and(
          ...[eq(instructions.countyId, countyId), eq(instructions.id, instructionId)],
          ...[isNull(answeredAt), isNull(withdrawnAt)],
        ),
      ),
  );
  if (!open) return;
  try {
    await perform(
      actAs(actor, now, keyOf("instruction.pass", instructionId)),
      "instruction.pass",
      open,
      async (act) => {
        const { kind } = await openInstruction(act, instructionId);
        return { result: { instructionId }, payload: { instructionId, kind } };
      },
    );
  } catch (error) {
    // Answered at the same moment, or the proceeding has ended.
    if (!(error instanceof Problem)) throw error;
  }
}
