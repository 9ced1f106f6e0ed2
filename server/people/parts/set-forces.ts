import { and, eq, notInArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { personForces } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { invalid } from "../../kernel/problem";

/** The forces that somebody with this role belongs to: an expert to one at least (forceNeeded), nobody else to any. */
export function forcesOfRole(role: Role, codes: readonly string[]): string[] {
  if (role !== "expert") return [];
  if (codes.length === 0) throw invalid("forceNeeded");
  return [...new Set(codes)];
}

/** From now on the person belongs to these forces and no others; a row of a force that they keep stays as it is. */
export async function setForces(tx: Tx, countyId: string, personId: string, codes: readonly string[]): Promise<void> {
  await tx
    .delete(personForces)
    .where(
      and(
        eq(personForces.countyId, countyId),
        eq(personForces.personId, personId),
        notInArray(personForces.forceCode, [...codes]),
      ),
    );
  if (codes.length > 0)
    await tx
      .insert(personForces)
      .values(codes.map((forceCode) => ({ countyId, personId, forceCode })))
      .onConflictDoNothing();
}
