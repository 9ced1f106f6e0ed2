import { consents } from "@/db/schema/proceedings";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { dateAcceptance } from "../disputes/parts/move-acceptance";
import { type Act, type Done, perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { RecordConsentInput } from "./inputs";
import { requireTold } from "./parts/told";

/** The body of recording what parties say; also used where telling and asking are one act. */
export async function keepConsents(
  act: Act<PersonActor>,
  input: RecordConsentInput,
): Promise<Done<{ recorded: number }>> {
  const { tx, countyId, dispute, now } = act;
  if (input.answers.some((said) => said.subject === "mediation" && said.answer === "refused"))
    throw invalid("refusalEndsIt");
  const { id: proceedingId, track } = proceedingOf(act);
  const happenedOn = dayIfEarlier(input.happenedOn, now);
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track },
    input.answers.map((said) => ({
      partyId: said.partyId,
      linkId: said.spokenByLinkId ?? null,
      purpose: said.subject === "extension" ? "bind" : "consent",
      on: happenedOn,
    })),
  );
  await requireTold(
    { tx, countyId, proceedingId, track },
    input.answers.map((said) => said.partyId),
  );
  if (happenedOn) await dateAcceptance(act, happenedOn);
  await tx.insert(consents).values(
    input.answers.map((said) => ({
      ...said,
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      recordedBy: act.actor.personId,
      recordedAt: now,
      happenedOn,
    })),
  );
  const said = input.answers.map((one) =>
    [one.partyId, one.subject, one.forceCode ?? one.personId ?? one.aboutLinkId ?? "", one.answer].join(" "),
  );
  return { result: { recorded: said.length }, payload: { answers: said, ...(happenedOn ? { happenedOn } : {}) } };
}

/**
 * Writes down what parties agreed to or refused: mediation itself, each force that may be asked, a person,
 * an extension (人民调解法 17, 20). Answers are never changed; the latest one counts. A
 * party answers once it was told, whether or not the others were. A refusal of mediation
 * ends the proceeding and goes through `recordRefusal`. Each answer is given by whoever may speak for the party; to extend
 * the time binds. That an agent may act although they stand on another side is said by the party alone (民法典 168). What is entered later keeps its own day. Refuses
 * with refusalEndsIt, toldFirst, dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function recordConsent(ctx: ActContext, input: RecordConsentInput): Promise<{ recorded: number }> {
  return perform(ctx, "consent.record", input, keepConsents);
}
