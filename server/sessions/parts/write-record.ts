import { sessionRecords } from "@/db/schema/sessions";
import type { ProceedingStatus, SessionKind, SessionResult } from "@/db/vocabulary";
import type { Act } from "../../disputes/perform";
import { invalid } from "../../kernel/problem";

/** Refuses a joint session without words (人民调解法 27), and words of a caucus: those belong to a lane. */
export function requireRecordText(kind: SessionKind, text: string): void {
  if (kind === "joint" && !text) throw invalid("recordTextNeeded");
  if (kind === "caucus" && text) throw invalid("caucusTextInLane");
}

/** Writes the first version of a session's record. */
export function writeRecord({ tx, countyId, dispute, now }: Act, sessionId: string, text: string, writtenBy: string) {
  return tx
    .insert(sessionRecords)
    .values({ countyId, sessionId, version: 1, disputeId: dispute.id, text, writtenBy, writtenAt: now });
}

/** Where a proceeding stands once a session is over: what was agreed before stays agreed. */
export function statusAfterSession({ proceeding }: Act, result: SessionResult): ProceedingStatus {
  const isAgreed = result === "agreed" || result === "partlyAgreed" || proceeding?.status === "agreed";
  return isAgreed ? "agreed" : "mediating";
}
