import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { obligationParties, obligations } from "@/db/schema/agreements";
import type { ObligationInput } from "../inputs";
import type { AgreementRow } from "./find-agreement";

/** The clauses of an agreement as they were drafted, in order. */
export async function clausesOf(tx: Tx, { countyId, id }: AgreementRow): Promise<ObligationInput[]> {
  const rows = await tx
    .select()
    .from(obligations)
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, id)))
    .orderBy(asc(obligations.ordinal));
  const parts = await tx
    .select({
      obligationId: obligationParties.obligationId,
      partyId: obligationParties.partyId,
      part: obligationParties.part,
      shareFen: obligationParties.shareFen,
    })
    .from(obligationParties)
    .innerJoin(
      obligations,
      and(eq(obligations.countyId, obligationParties.countyId), eq(obligations.id, obligationParties.obligationId)),
    )
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, id)));
  const having = (obligationId: string, part: "obligor" | "obligee") =>
    parts.filter((row) => row.obligationId === obligationId && row.part === part).map((row) => row.partyId);
  const sharesOf = (obligationId: string) =>
    parts.flatMap((row) => (row.obligationId === obligationId && row.shareFen !== null ? row.shareFen : []));
  return rows.map(({ id: obligationId, dueOn, dueAfterDays, liability, ...row }) => {
    const { kind, text, amountFen, proof, way, place, condition, consequence, verifierId } = row;
    return {
      ...{ kind, text, amountFen, proof, way, place, condition, consequence, verifierId },
      dueOn: dueAfterDays === null ? dueOn : null,
      dueAfterDays: dueAfterDays ?? undefined,
      obligorPartyIds: having(obligationId, "obligor"),
      obligeePartyIds: having(obligationId, "obligee"),
      liability: liability ?? undefined,
      sharesFen: liability === "shares" ? sharesOf(obligationId) : [],
    };
  });
}
