import { sql } from "drizzle-orm";
import type { SignerKind } from "@/db/vocabulary";
import type { SystemActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { conflict, notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";

/** Who was asked to sign which paper. */
export interface SigningRequest extends Record<string, unknown> {
  id: string;
  disputeId: string;
  proceedingId: string;
  agreementId: string;
  signerKind: SignerKind;
  partyId: string | null;
  byLinkId: string | null;
  personId: string | null;
  interpreterId: string | null;
  askedBy: string;
}

/** What a link asks for, by its request; notFound for one of another county, notSigning once its paper is not out for signing. */
export const requestOf = (ctx: Context<SystemActor>, requestId: string): Promise<SigningRequest> =>
  asActor(ctx, async (tx) => {
    const [found] = await tx.execute<SigningRequest & { isOut: boolean }>(sql`
      select q.id, q.dispute_id as "disputeId", g.proceeding_id as "proceedingId", q.agreement_id as "agreementId", q.signer_kind as "signerKind",
        q.party_id as "partyId", q.by_link_id as "byLinkId", q.person_id as "personId", q.interpreter_id as "interpreterId", q.asked_by as "askedBy", g.status = 'signing' as "isOut"
      from signing_requests q join agreements g on g.county_id = q.county_id and g.id = q.agreement_id
      where q.county_id = ${ctx.actor.countyId}::uuid and q.id = ${requestId}::uuid`);
    if (!found) throw notFound();
    const { isOut, ...request } = found;
    if (!isOut) throw conflict("notSigning");
    return request as SigningRequest;
  });
