import type * as z from "zod";
import { instructions } from "@/db/schema/instructions";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { requireOfficeTime } from "../rules/require-office-time";
import type { giveInstructionInput } from "./inputs";

/**
 * A head asks something of whoever leads, with the instant of the answer: the lead is told and sees it first. Refuses
 * leadsThemselves, answerBeforeNow, outsideOfficeHours, and notTheirHead (by the database).
 */
export function giveInstruction(
  ctx: ActContext,
  input: z.output<typeof giveInstructionInput>,
): Promise<{ instructionId: string }> {
  return perform(ctx, "instruction.give", input, async (act) => {
    const { tx, countyId, dispute, actor, now } = act;
    const { id: proceedingId, leadPersonId } = proceedingOf(act);
    const { kind, wish } = input;
    if (leadPersonId === actor.personId) throw conflict("leadsThemselves");
    const answerBy = requireOfficeTime(input.answerBy, act);
    const instructionId = newId(now);
    await tx.insert(instructions).values({
      ...{ countyId, id: instructionId, disputeId: dispute.id, proceedingId },
      ...{ kind, wish, answerBy, givenBy: actor.personId, givenAt: now },
    });
    return {
      result: { instructionId },
      payload: { instructionId, kind, answerBy: answerBy.toISOString() },
      jobs: [
        {
          ...{ task: "passInstruction", payload: { countyId, instructionId } },
          ...{ jobKey: `instruction:${instructionId}`, runAt: answerBy },
        },
      ],
    };
  });
}
