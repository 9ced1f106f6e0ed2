import { phoneHashes } from "@/db/encryption/encrypt";
import { interpreters } from "@/db/schema/interpreters";
import { encryptedPhone } from "../access/encrypted-contacts";
import { agreementOf } from "../agreements/parts/find-agreement";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { speakerOf } from "../binding/parts/speaker-of";
import { sessionOf } from "../bookings/booked-session";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { NameInterpreterInput } from "./inputs";
import { askInterpreter } from "./parts/ask-interpreter";
import { askInterpreterHour } from "./parts/ask-interpreter-hour";

/** The session, or the agreement while it is a draft: what is sent to sign says who interprets. */
async function placeOf(act: Act<PersonActor>, { place }: NameInterpreterInput) {
  if (place.at === "session") {
    const session = await sessionOf(act, place.sessionId);
    if (session.status === "cancelled") throw conflict("sessionNotBooked", { status: session.status });
    return { place: { sessionId: session.id }, session };
  }
  const agreement = await agreementOf(act);
  if (agreement.status !== "draft") throw conflict("frozenOnceSent");
  return { place: { agreementId: agreement.id }, session: null };
}

/** Parties who agree to somebody tied say so themselves, or whoever may bind them does. */
async function requireAgreed({ tx, countyId, dispute, ...act }: Act<PersonActor>, { who }: NameInterpreterInput) {
  if (who.from === "county") return;
  const said = who.agreedPartyIds.map((partyId) => ({ partyId, linkId: speakerOf(who.speakers, partyId) }));
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track },
    said.map((one) => ({ ...one, purpose: "bind" as const })),
  );
}

/**
 * Names who interprets for parties, or reads to them, at a session or of the agreement that is being written. Of a session to
 * come they are asked and answer (`askInterpreter`); they read when and where, and nothing else of the matter. Refuses frozenOnceSent, sessionNotBooked, noAgreement,
 * interpreterTakesPart (a party, the lead, a helper), interpreterTied (somebody tied, without every party's word), personLeft,
 * alreadyThere, what `requireSpeakers` refuses, and what `askInterpreterHour` refuses of the hour of a session to come.
 */
export function nameInterpreter(ctx: ActContext, input: NameInterpreterInput): Promise<{ interpreterIds: string[] }> {
  return perform(ctx, "interpreter.name", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const { kind, language, who, partyIds } = input;
    const { place, session } = await placeOf(act, input);
    await requireAgreed(act, input);
    const asked =
      who.from === "county"
        ? { personId: who.personId, name: "", phoneHash: "" }
        : { personId: null, name: who.name, phoneHash: phoneHashes(countyId, who.phone).hash };
    const { askingId, isNew, jobs } = await askInterpreter(act, session, asked);
    const rows = partyIds.map((partyId) => {
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
      const proceedingId = proceedingOf(act).id;
      const named = { namedBy: ctx.actor.personId, namedAt: now };
      return {
        countyId,
        id,
        disputeId: dispute.id,
        proceedingId,
        ...place,
        askingId,
        partyId,
        kind,
        language,
        ...person,
        ...named,
      };
    });
    for (const row of rows) await tx.insert(interpreters).values(row);
    const interpreterIds = rows.map(({ id }) => id);
    const overruled = session ? await askInterpreterHour(act, { ...asked, session, despite: input.despite }) : {};
    const question = isNew ? { asking: askingId } : {};
    return {
      result: { interpreterIds },
      payload: { ...place, interpreters: interpreterIds, kind, parties: partyIds, ...question, ...overruled },
      jobs,
    };
  });
}
