import { and, desc, eq } from "drizzle-orm";
import { sessionRecords } from "@/db/schema/sessions";
import { sessionOf } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import type { CorrectRecordInput } from "./inputs";
import { requireWholeRecord } from "./parts/write-record";

/** Writes a corrected record as a new version with its reason; the earlier one stays readable. */
export function correctRecord(ctx: ActContext, input: CorrectRecordInput): Promise<{ version: number }> {
  return perform(ctx, "session.correctRecord", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await sessionOf(act, input.sessionId);
    if (session.kind === "caucus") throw invalid("caucusTextInLane");
    const [latest] = await tx
      .select()
      .from(sessionRecords)
      .where(and(eq(sessionRecords.countyId, countyId), eq(sessionRecords.sessionId, session.id)))
      .orderBy(desc(sessionRecords.version))
      .limit(1);
    if (!latest) throw conflict("noRecordYet");
    if (latest.version !== input.basedOn) throw conflict("changedMeanwhile");
    const { statements, facts, outcome, routesTold } = latest;
    const words = {
      text: input.text,
      statements: input.statements ?? statements,
      facts: input.facts ?? facts,
      outcome: input.outcome ?? outcome,
      routesTold: input.routesTold ?? routesTold,
    };
    await requireWholeRecord(act, session, words);
    const version = latest.version + 1;
    await tx.insert(sessionRecords).values({
      countyId,
      sessionId: session.id,
      version,
      disputeId: session.disputeId,
      ...words,
      correctionReason: input.reason,
      writtenBy: ctx.actor.personId,
      writtenAt: now,
    });
    return { result: { version }, payload: { sessionId: session.id, ordinal: session.ordinal, version } };
  });
}
