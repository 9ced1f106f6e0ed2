import { and, eq } from "drizzle-orm";
import { interpreters } from "@/db/schema/interpreters";
import type { Act } from "../../disputes/perform";

/** Adds to the row what has happened since it was named. */
export async function addToInterpreter(
  { tx, countyId }: Act,
  id: string,
  added: Partial<typeof interpreters.$inferInsert>,
): Promise<void> {
  await tx
    .update(interpreters)
    .set(added)
    .where(and(eq(interpreters.countyId, countyId), eq(interpreters.id, id)));
}
