import { violationFindings, violationPeople } from "@/db/schema/violations";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { FindViolationInput } from "./inputs";

/**
 * Writes down what the officer found: whether it is a minor violation of the listed kinds in one of the circumstances
 * (程序规定 178), whether anything bars mediation (179), on which evidence (180), who is suspected and who was injured. The
 * latest finding counts; earlier ones stay. Refuses a violation without a suspect and somebody else who was injured.
 */
export function findViolation(ctx: ActContext, input: FindViolationInput): Promise<{ findingId: string }> {
  return perform(ctx, "violation.find", input, async (act) => {
    const { tx, countyId, dispute, now, actor } = act;
    const { people, isViolation, isMinor, kinds, circumstance, hired, gang, repeated, newViolation, fled } = input;
    const isOne = isViolation === "yes";
    if (!isOne && kinds.length > 0) throw invalid("invalidValue");
    const suspects = people.filter((one) => one.part === "suspect");
    const injured = people.filter((one) => one.part === "injured");
    const isBetweenTwo = suspects.some((one) => injured.some((other) => other.partyId !== one.partyId));
    if (isOne && !isBetweenTwo) throw invalid("suspectAndInjuredNeeded");
    const findingId = newId(now);
    const { otherUnfit, basis } = input;
    const bars = { hired, gang, repeated, newViolation, fled, otherUnfit };
    await tx.insert(violationFindings).values({
      ...bars,
      countyId,
      id: findingId,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      isViolation,
      isMinor,
      kinds: [...new Set(kinds)],
      circumstance,
      basis,
      foundBy: actor.personId,
      foundAt: now,
    });
    if (people.length > 0)
      await tx
        .insert(violationPeople)
        .values(people.map((one) => ({ ...one, countyId, findingId, disputeId: dispute.id })));
    return { result: { findingId }, payload: { findingId, isViolation, isMinor, kinds, circumstance, ...bars } };
  });
}
