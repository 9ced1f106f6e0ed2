import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { paperNumbers } from "@/db/schema/records";
import type { PaperKind } from "@/db/vocabulary";
import { type NumberedFor, numberPaper } from "../../disputes/parts/number-paper";

/** Papers whose number no row of the matter keeps; the others print that of their agreement or dossier. */
type KeptKind = Extract<PaperKind, "intake" | "oralAgreement" | "ending" | "nonAcceptance" | "noPenalty">;

/** What a number is given for: the proceeding, dispute, agreement or application that the paper is about. */
interface Numbered {
  countyId: string;
  kind: KeptKind;
  subjectId: string;
}

/** The number that was given; null while none was, or once it is void. */
export async function paperNumber(tx: Tx, { countyId, kind, subjectId }: Numbered): Promise<string | null> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select number from paper_numbers where county_id = ${countyId}::uuid and kind = ${kind} and subject_id = ${subjectId}::uuid
      and not app.is_void_number(county_id, number)`);
  return row?.number ?? null;
}

/**
 * The number of a paper, given now if it has none that counts. Made twice at one instant it is one number and no gap: whoever comes second
 * waits for the first. Only the system gives numbers.
 */
export async function givePaperNumber(tx: Tx, numbered: Numbered, of: NumberedFor, now: Date): Promise<string> {
  const { countyId, kind, subjectId } = numbered;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`paper number ${countyId} ${kind} ${subjectId}`}, 0))`,
  );
  const given = await paperNumber(tx, numbered);
  if (given) return given;
  const number = await numberPaper(tx, of, kind, now);
  await tx.insert(paperNumbers).values({ countyId, kind, subjectId, number, givenAt: now });
  return number;
}
