import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements } from "@/db/schema/agreements";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { Actor } from "../../kernel/actor";
import { conflict } from "../../kernel/problem";

export type AgreementRow = typeof agreements.$inferSelect;

/** The proceeding's agreement that is being written or signed, else the one in force, or null. */
export async function findAgreement(tx: Tx, countyId: string, proceedingId: string): Promise<AgreementRow | null> {
  const [row] = await tx
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.countyId, countyId),
        eq(agreements.proceedingId, proceedingId),
        notInArray(agreements.status, ["withdrawn", "replaced"]),
      ),
    )
    .orderBy(asc(agreements.status))
    .limit(1);
  return row ?? null;
}

/** The agreement an act is about, or a refusal where nothing was drafted yet. */
export async function agreementOf(act: Act<Actor>): Promise<AgreementRow> {
  const agreement = await findAgreement(act.tx, act.countyId, proceedingOf(act).id);
  if (!agreement) throw conflict("noAgreement");
  return agreement;
}
