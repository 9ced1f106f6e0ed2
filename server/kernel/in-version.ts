import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable, PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { conflict, notFound } from "./problem";

type Versioned = PgTable & { version: PgColumn };

/**
 * Changes the row that `where` names, if it is still in the version the user saw; a trigger raises the version. The
 * database compares, so of two who saw the same version one is refused. Refuses with notFound, changedMeanwhile. Gives
 * the new version.
 */
export async function updateInVersion<T extends Versioned>(
  tx: Tx,
  table: T,
  { where, version, set }: { where: SQL | undefined; version: number; set: PgUpdateSetSource<T> },
): Promise<number> {
  if (!where) throw new Error("an update names its row");
  const [changed] = await tx
    .update(table)
    .set(set)
    .where(and(where, eq(table.version, version)))
    .returning({ version: table.version });
  if (changed) return changed.version as number;
  const [there] = await tx
    .select({ version: table.version })
    .from(table as PgTable)
    .where(where);
  throw there ? conflict("changedMeanwhile") : notFound();
}
