import { and, eq, inArray } from "drizzle-orm";
import { parties } from "@/db/schema/parties";
import { sessionPeople, sessionRecords } from "@/db/schema/sessions";
import type { ProceedingStatus, SessionKind, SessionResult } from "@/db/vocabulary";
import type { Act } from "../../disputes/perform";
import { conflict, invalid } from "../../kernel/problem";
import type { RecordSessionInput } from "../inputs";

type Words = Pick<RecordSessionInput, "text" | "statements" | "facts" | "outcome" | "routesTold">;

/** What a session's record says, as it is stored. */
type Written = Required<Words>;

/** Refuses a joint session without words (人民调解法 27), and words of a caucus: those belong to a lane. */
export function requireRecordText(
  kind: SessionKind,
  { text, statements = [], facts, outcome, routesTold = [] }: Words,
) {
  if (kind === "joint" && !text) throw invalid("recordTextNeeded");
  const hasParts = statements.length > 0 || routesTold.length > 0 || facts || outcome;
  if (kind === "caucus" && (text || hasParts)) throw invalid("caucusTextInLane");
}

const wordsOf = ({ text, statements = [], facts = "", outcome = "", routesTold = [] }: Words): Written => ({
  text,
  statements,
  facts,
  outcome,
  routesTold,
});

/**
 * Refuses a record of a failed joint session that does not say what each side that came stated, why it failed, and which
 * other ways they were told of (人民调解法 26、27): statementsMissing (sides), whyFailedNeeded, routesFirst.
 */
export async function requireWholeRecord(
  { tx, countyId }: Act,
  session: { id: string; kind: SessionKind; result: SessionResult | null },
  words: Words,
): Promise<void> {
  if (session.kind !== "joint" || session.result !== "failed") return;
  const { statements, outcome, routesTold } = wordsOf(words);
  const came = await tx
    .select({ id: parties.id, side: parties.side })
    .from(sessionPeople)
    .innerJoin(parties, and(eq(parties.countyId, sessionPeople.countyId), eq(parties.id, sessionPeople.partyId)))
    .where(
      and(
        eq(sessionPeople.countyId, countyId),
        eq(sessionPeople.sessionId, session.id),
        eq(sessionPeople.attendance, "present"),
      ),
    );
  const saying = statements.map((one) => one.partyId);
  const spoken = saying.length
    ? await tx
        .select({ side: parties.side })
        .from(parties)
        .where(and(eq(parties.countyId, countyId), inArray(parties.id, saying)))
    : [];
  const silent = [...new Set(came.map((one) => one.side))].filter((side) => !spoken.some((one) => one.side === side));
  if (silent.length > 0) throw conflict("statementsMissing", { count: silent.length });
  if (!outcome) throw invalid("whyFailedNeeded");
  if (routesTold.length === 0) throw conflict("routesFirst");
}

/** Writes the first version of a session's record. */
export function writeRecord({ tx, countyId, dispute, now }: Act, sessionId: string, words: Words, writtenBy: string) {
  return tx
    .insert(sessionRecords)
    .values({ ...wordsOf(words), countyId, sessionId, version: 1, disputeId: dispute.id, writtenBy, writtenAt: now });
}

/** Where a proceeding stands once a session is over: what was agreed before stays agreed. */
export function statusAfterSession({ proceeding }: Act, result: SessionResult): ProceedingStatus {
  const isAgreed = result === "agreed" || result === "partlyAgreed" || proceeding?.status === "agreed";
  return isAgreed ? "agreed" : "mediating";
}
