import { phoneHashes } from "@/db/encryption/encrypt";
import { agreementOf } from "../agreements/parts/find-agreement";
import { sessionOf } from "../bookings/booked-session";
import { type Act, perform } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { NameInterpreterInput } from "./inputs";
import { askInterpreter } from "./parts/ask-interpreter";
import { askInterpreterHour } from "./parts/ask-interpreter-hour";
import { requireAgreed, writeInterpreters } from "./parts/write-interpreters";

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

/**
 * Names who interprets for parties, or reads to them, or who witnesses, at a session or of the agreement that is being written. Of a session to
 * come they are asked and answer (`askInterpreter`); they read when and where, and nothing else of the matter. Refuses frozenOnceSent, sessionNotBooked, noAgreement,
 * interpreterTakesPart (a party, the lead, a helper), interpreterTied (somebody tied, without every party's word), personLeft,
 * alreadyThere, what `requireSpeakers` refuses, and what `askInterpreterHour` refuses of the hour of a session to come.
 */
export function nameInterpreter(ctx: ActContext, input: NameInterpreterInput): Promise<{ interpreterIds: string[] }> {
  return perform(ctx, "interpreter.name", input, async (act) => {
    const { countyId } = act;
    const { kind, who, partyIds } = input;
    const { place, session } = await placeOf(act, input);
    await requireAgreed(act, who);
    const asked =
      who.from === "county"
        ? { personId: who.personId, name: "", phoneHash: "" }
        : { personId: null, name: who.name, phoneHash: phoneHashes(countyId, who.phone).hash };
    const { askingId, isNew, jobs } = await askInterpreter(act, session, asked);
    const interpreterIds = await writeInterpreters(act, input, "sessionId" in place ? { ...place, askingId } : place);
    const overruled = session ? await askInterpreterHour(act, { ...asked, session, despite: input.despite }) : {};
    const question = isNew ? { asking: askingId } : {};
    return {
      result: { interpreterIds },
      payload: { ...place, interpreters: interpreterIds, kind, parties: partyIds, ...question, ...overruled },
      jobs,
    };
  });
}
