import { and, eq, isNull } from "drizzle-orm";
import { interpreters } from "@/db/schema/interpreters";
import type { Act } from "../../disputes/perform";
import { freeInterpreterHour } from "./ask-interpreter-hour";
import type { AskingRow } from "./asking-of";

/** Whoever said no or nothing is not named any more, for none of the parties, and their hour is free. */
export async function endAsked(act: Act, { id, sessionId, personId }: AskingRow): Promise<void> {
  const { tx, countyId, actor, now } = act;
  await tx
    .update(interpreters)
    .set({ endedAt: now, endedBy: actor.kind === "person" ? actor.personId : null })
    .where(and(eq(interpreters.countyId, countyId), eq(interpreters.askingId, id), isNull(interpreters.endedAt)));
  if (personId) await freeInterpreterHour(act, { sessionId, personId });
}
