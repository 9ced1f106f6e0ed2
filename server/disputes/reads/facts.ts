import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AgreementForm, AgreementStatus } from "@/db/vocabulary";

/** Counts a proceeding's requirements and next step are decided on. Times are ISO text. */
export interface Facts {
  parties: number;
  noticed: number;
  unconsented: number;
  invitationsWaiting: number;
  invitationsAccepted: number;
  answerBy: string | null;
  /** Confirmed ones; those still held are counted apart. */
  sessionsBooked: number;
  sessionsHeld: number;
  heldUntil: string | null;
  sessionsEnded: number;
  nextSessionAt: string | null;
  /** Those whose talk has begun, or whose time has passed. */
  sessionToRecord: number;
  agreementStatus: AgreementStatus | null;
  agreementForm: AgreementForm | null;
  obligations: number;
  openObligations: number;
  nextDueOn: string | null;
  unsignedParties: number | null;
  mediatorSigned: boolean;
  sealed: boolean;
  visits: number;
}

/** Reads the facts of one proceeding. Sees all of it whoever asks, and gives counts only. */
export async function factsOf(tx: Tx, countyId: string, proceedingId: string, now: Date): Promise<Facts> {
  const rows = await tx.execute<{ facts: Facts }>(
    sql`select app.proceeding_facts(${countyId}::uuid, ${proceedingId}::uuid, ${now.toISOString()}::timestamptz) as facts`,
  );
  const facts = rows[0]?.facts;
  if (!facts) throw new Error("no facts");
  return facts;
}
