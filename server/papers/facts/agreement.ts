import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { asSigned, type Shell, shellOf } from "../../agreements/reads/agreement-shell";
import type { PoliceContent } from "../../violations/reads/violation";
import type { PapersAt } from "./matter";

type Signed = Omit<Shell, "frozen">;
/** An agreement in the words that were sent to sign; while nothing was sent, as it is being written. */
export interface AgreementFacts extends Pick<Signed, "committeeName" | "assistantName" | "parties" | "interpreters"> {
  agreement: NonNullable<Signed["agreement"]>;
  /** Who mediated, as the paper says it. */
  mediator: string;
  /** Whether its words are kept and change no more. */
  isSent: boolean;
  /** Whether all parties had said, by the time it was sent, that they want a court to confirm it. */
  isForCourt: boolean;
  /** Who said yes to an oral agreement. */
  saidYes: Signed["saidYes"];
  /** What a paper of the police says beside its clauses; null on other tracks and for whoever may not read it. */
  police: PoliceContent | null;
}

/**
 * The agreement of a proceeding, or this one of its versions: in the frozen words (docs/adr/0042), never in today's. Null
 * where there is none.
 */
export async function agreementFacts(
  tx: Tx,
  { countyId, disputeId, proceedingId }: PapersAt,
  agreementId: string | null = null,
): Promise<AgreementFacts | null> {
  const shell = await shellOf(tx, countyId, disputeId, proceedingId, agreementId);
  const { frozen } = shell;
  const { agreement, leadName, ...signed } = asSigned(shell);
  if (!agreement) return null;
  const [row] = await tx.execute<{ police: PoliceContent | null; isForCourt: boolean }>(sql`
    select (select k.police from app.readable_papers k where k.county_id = ${countyId}::uuid and k.agreement_id = ${agreement.id}::uuid) as police,
      coalesce(${signed.parties.length}::int > 0 and ${signed.parties.length}::int = (select count(distinct c.party_id) from consents c
        where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'confirmation' and c.answer = 'agreed'
          and c.recorded_at <= coalesce(${agreement.sentToSignAt}::timestamptz, app.now())), false) as "isForCourt"`);
  const { committeeName, assistantName, parties, interpreters, saidYes } = signed;
  return {
    ...{ committeeName, assistantName, parties, interpreters, saidYes, agreement },
    mediator: frozen?.mediator ?? leadName ?? "",
    isSent: frozen !== null,
    isForCourt: row?.isForCourt ?? false,
    police: row?.police ?? null,
  };
}
