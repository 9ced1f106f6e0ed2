import { consents } from "@/db/schema/proceedings";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { dateAcceptance } from "../../disputes/parts/move-acceptance";
import { type Act, type Done, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { dayIfEarlier } from "../../kernel/happened";
import { newId } from "../../kernel/ids";
import { invalid } from "../../kernel/problem";
import type { RecordConsentInput } from "../inputs";
import { requireTold } from "./told";

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
