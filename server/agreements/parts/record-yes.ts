import { consents } from "@/db/schema/proceedings";
import type { SpeakerInput } from "../../binding/inputs";
import { partiesOn } from "../../binding/parts/parties-on";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { conflict } from "../../kernel/problem";

/**
 * Writes down each party's own yes to what is agreed without a paper, with who gave it: the parties of the day on which it was
 * agreed (`on`, today where it is null), who may have died or left since. Refuses with yesMissing (parties) and
 * what `requireSpeakers` refuses.
 */
export async function recordYes(
  act: Act<PersonActor>,
  saidYes: readonly SpeakerInput[],
  on: string | null,
): Promise<void> {
  const { tx, countyId, dispute, actor, now } = act;
  const { id: proceedingId, track } = proceedingOf(act);
  const at = { tx, countyId, disputeId: dispute.id, track };
  await requireSpeakers(
    at,
    saidYes.map((one) => ({ ...one, purpose: "bind", on })),
  );
  const asked = await partiesOn(act, on);
  const silent = asked.filter((party) => !saidYes.some((one) => one.partyId === party.id));
  if (silent.length > 0) throw conflict("yesMissing", { parties: silent.map((party) => party.name).join("、") });
  await tx.insert(consents).values(
    saidYes.map(({ partyId, linkId }) => ({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      partyId,
      subject: "agreement" as const,
      answer: "agreed" as const,
      spokenByLinkId: linkId,
      recordedBy: actor.personId,
      recordedAt: now,
      happenedOn: on,
    })),
  );
}
