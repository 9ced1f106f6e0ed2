import { interpreters } from "@/db/schema/interpreters";
import { encryptedPhone } from "../../access/encrypted-contacts";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { speakerOf } from "../../binding/parts/speaker-of";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import type { NamedInterpreter } from "../inputs";

/** Where they interpret: at a session, where they may have been asked, or of a paper. */
type Place = { sessionId: string; askingId: string | null } | { agreementId: string };

/** Parties who agree to somebody tied say so themselves, or whoever may bind them does. */
export async function requireAgreed(act: Act<PersonActor>, who: NamedInterpreter["who"]): Promise<void> {
  if (who.from === "county") return;
  const { tx, countyId, dispute } = act;
  const said = who.agreedPartyIds.map((partyId) => ({ partyId, linkId: speakerOf(who.speakers, partyId) }));
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track },
    said.map((one) => ({ ...one, purpose: "bind" as const })),
  );
}

/** Writes a row for each party they are named for, or one of a witness; gives their ids. What the database refuses of them is named there. */
export async function writeInterpreters(
  act: Act<PersonActor>,
  { kind, language, who, partyIds }: NamedInterpreter,
  place: Place,
): Promise<string[]> {
  const { tx, countyId, dispute, now, actor } = act;
  const ids: string[] = [];
  for (const partyId of kind === "witness" ? [null] : partyIds) {
    const id = newId(now);
    const person =
      who.from === "county"
        ? { personId: who.personId }
        : {
            name: who.name,
            tie: who.tie,
            agreedPartyIds: who.agreedPartyIds,
            ...encryptedPhone("interpreters", { countyId, id }, who.phone),
          };
    await tx.insert(interpreters).values({
      ...{ countyId, id, disputeId: dispute.id, proceedingId: proceedingOf(act).id, partyId, kind, language },
      ...place,
      ...person,
      namedBy: actor.personId,
      namedAt: now,
    });
    ids.push(id);
  }
  return ids;
}
