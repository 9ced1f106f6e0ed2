import { and, eq, isNotNull, ne } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { invalid } from "../../kernel/problem";
import { sayWhy } from "../../kernel/say-why";
import { type Act, proceedingOf } from "../perform";

/** Whoever comes after a paper was sent to sign comes by supplement, with a reason (reasonNeeded). */
export async function bySupplement(act: Act, reason: string): Promise<void> {
  const { tx, countyId } = act;
  const papers = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(
      and(
        eq(agreements.countyId, countyId),
        eq(agreements.proceedingId, proceedingOf(act).id),
        isNotNull(agreements.sentToSignAt),
        ne(agreements.status, "withdrawn"),
      ),
    );
  if (papers.length > 0 && reason === "") throw invalid("reasonNeeded");
  await sayWhy(tx, reason);
}
