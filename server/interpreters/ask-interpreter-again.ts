import { and, asc, eq } from "drizzle-orm";
import { interpreters } from "@/db/schema/interpreters";
import { decryptedPhone } from "../access/encrypted-contacts";
import { sessionOf } from "../bookings/booked-session";
import { type Act, perform } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { AskInterpreterAgainInput } from "./inputs";
import { askInterpreter } from "./parts/ask-interpreter";
import { askInterpreterHour } from "./parts/ask-interpreter-hour";
import { anyAskingOf } from "./parts/asking-of";
import { writeInterpreters } from "./parts/write-interpreters";

type Named = typeof interpreters.$inferSelect;

/** Who was named by a question that was answered by a no or by nothing: a row for each party. */
async function refusedBy(act: Act<PersonActor>, askingId: string): Promise<{ sessionId: string; named: Named[] }> {
  const { tx, countyId } = act;
  const asking = await anyAskingOf(act, askingId);
  if (asking.status !== "declined" && asking.status !== "expired") throw conflict("alreadyThere");
  const named = await tx
    .select()
    .from(interpreters)
    .where(and(eq(interpreters.countyId, countyId), eq(interpreters.askingId, askingId)))
    .orderBy(asc(interpreters.id));
  // For whom they were not needed any more before they answered is not asked again.
  const last = Math.max(...named.map(({ endedAt }) => endedAt?.getTime() ?? 0));
  return { sessionId: asking.sessionId, named: named.filter(({ endedAt }) => endedAt?.getTime() === last) };
}

/**
 * Asks an interpreter or reader once more who said no or nothing, for the same parties: they are named and asked anew, with a new
 * link and a new time to answer by; what they had answered stays on record. Refuses alreadyThere while they are asked or have said
 * yes, sessionNotBooked, sessionStarted, and what `nameInterpreter` refuses of them today.
 */
export function askInterpreterAgain(
  ctx: ActContext,
  input: AskInterpreterAgainInput,
): Promise<{ interpreterIds: string[] }> {
  return perform(ctx, "interpreter.name", input, async (act) => {
    const { countyId, now } = act;
    const { sessionId, named } = await refusedBy(act, input.askingId);
    const [first] = named;
    if (!first) throw notFound();
    const session = await sessionOf(act, sessionId);
    if (session.status !== "booked") throw conflict("sessionNotBooked", { status: session.status });
    if (session.startedAt || session.startsAt <= now) throw conflict("sessionStarted");
    const { personId, name, phoneHash } = first;
    const { askingId, isNew, jobs } = await askInterpreter(act, session, { personId, name, phoneHash });
    if (!isNew) throw conflict("alreadyThere");
    const interpreterIds: string[] = [];
    for (const row of named) {
      const { kind, language, partyId, tie, agreedPartyIds } = row;
      const phone = row.phone === "" ? "" : decryptedPhone("interpreters", { countyId, id: row.id }, row.phone);
      const who = row.personId
        ? { from: "county" as const, personId: row.personId }
        : { from: "outside" as const, name: row.name, phone, tie, agreedPartyIds, speakers: [] };
      const one = { kind, language, partyIds: partyId ? [partyId] : [], who };
      interpreterIds.push(...(await writeInterpreters(act, one, { sessionId, askingId })));
    }
    const overruled = await askInterpreterHour(act, { personId, name, phoneHash, session, despite: input.despite });
    const parties = named.flatMap(({ partyId }) => partyId ?? []);
    return {
      result: { interpreterIds },
      payload: { sessionId, interpreters: interpreterIds, kind: first.kind, parties, asking: askingId, ...overruled },
      jobs,
    };
  });
}
