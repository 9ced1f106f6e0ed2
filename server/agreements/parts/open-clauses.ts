import { sql } from "drizzle-orm";
import type { Liability } from "@/db/vocabulary";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { ObligationInput } from "../inputs";

interface OpenClause
  extends Pick<
      ObligationInput,
      "kind" | "text" | "amountFen" | "dueOn" | "proof" | "way" | "place" | "condition" | "consequence" | "verifierId"
    >,
    Record<string, unknown> {
  liability: Liability | null;
  obligeePartyIds: string[];
  /** Obligors by id who are still a party; what each still owes by share, in fen. */
  accounts: { partyId: string; shareFen: number | null; settledFen: number; isSettled: boolean }[];
  settledFen: number;
}

/**
 * What is still owed of a proceeding's agreement in force, as clauses of a new draft: the rest of each sum by whoever still
 * owes it, in fen, and acts by those who have not done them. What was paid or done stays with the earlier agreement.
 */
export async function openClauses(act: Act): Promise<ObligationInput[]> {
  const { tx, countyId } = act;
  const { id } = proceedingOf(act);
  const rows = await tx.execute<OpenClause>(sql`
    select o.kind, o.text, o.amount_fen::float8 as "amountFen", o.due_on as "dueOn", o.proof, o.way, o.place, o.condition, o.consequence, o.verifier_id as "verifierId", o.liability,
      coalesce((select json_agg(q.party_id order by q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee'), '[]'::json) as "obligeePartyIds",
      (select sum(l.paid_fen + l.waived_fen)::float8 from app.ledger_accounts(o.county_id, o.id) l) as "settledFen",
      coalesce((select json_agg(json_build_object('partyId', l.party_id, 'shareFen', l.share_fen, 'settledFen', l.paid_fen + l.waived_fen, 'isSettled', l.is_done or l.is_waived) order by l.party_id)
        from app.ledger_accounts(o.county_id, o.id) l join app.readable_parties p on p.county_id = o.county_id and p.id = l.party_id and not p.is_departed), '[]'::json) as accounts
    from app.open_obligations(${countyId}::uuid, ${id}::uuid) o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id order by a.ordinal, o.ordinal`);
  return rows.map(restOf);
}

function restOf({ accounts, liability, amountFen, settledFen, ...clause }: OpenClause): ObligationInput {
  const { kind, text, dueOn, proof, way, place, condition, consequence, verifierId, obligeePartyIds } = clause;
  const same = { kind, text, dueOn, proof, way, place, condition, consequence, verifierId, obligeePartyIds };
  if (amountFen === null) {
    const owing = accounts.filter((one) => !one.isSettled).map((one) => one.partyId);
    return { ...same, amountFen, obligorPartyIds: owing };
  }
  if (liability !== "shares" && liability !== "equalShares") {
    const obligorPartyIds = accounts.map((one) => one.partyId);
    const isJoint = obligorPartyIds.length > 1 && liability !== null;
    return { ...same, amountFen: amountFen - settledFen, obligorPartyIds, liability: isJoint ? liability : undefined };
  }
  const owing = accounts
    .map(({ partyId, shareFen, settledFen: paid }) => ({ partyId, fen: (shareFen ?? 0) - paid }))
    .filter((one) => one.fen > 0);
  const shared = owing.length > 1;
  return {
    ...same,
    amountFen: owing.reduce((sum, one) => sum + one.fen, 0),
    obligorPartyIds: owing.map((one) => one.partyId),
    liability: shared ? "shares" : undefined,
    sharesFen: shared ? owing.map((one) => one.fen) : [],
  };
}
