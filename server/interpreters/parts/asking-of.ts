import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { interpreterAskings } from "@/db/schema/interpreters";
import { type Act, proceedingOf } from "../../disputes/perform";
import { conflict, notFound } from "../../kernel/problem";

export type AskingRow = typeof interpreterAskings.$inferSelect;

/** Locks and gives a question to an interpreter of this proceeding, however it was answered; refuses notFound. */
export async function anyAskingOf(act: Act, askingId: string): Promise<AskingRow> {
  const { tx, countyId } = act;
  const [asking] = await tx
    .select()
    .from(interpreterAskings)
    .where(
      and(
        eq(interpreterAskings.countyId, countyId),
        eq(interpreterAskings.proceedingId, proceedingOf(act).id),
        eq(interpreterAskings.id, askingId),
      ),
    )
    .for("update");
  if (!asking) throw notFound();
  return asking;
}

/**
 * The same of one that may still be answered, or whose yes may be taken back; refuses askingClosed once it is answered
 * otherwise, too late, not needed any more, or the session is over.
 */
export async function askingOf(act: Act, askingId: string): Promise<AskingRow> {
  const asking = await anyAskingOf(act, askingId);
  if (!(await isOpen(act.tx, asking))) throw conflict("askingClosed", { status: asking.status });
  return asking;
}

async function isOpen(tx: Tx, { countyId, id }: AskingRow): Promise<boolean> {
  const [row] = await tx.execute<{ isOpen: boolean }>(sql`
    select app.asking_is_open(k.county_id, k.id) as "isOpen" from interpreter_askings k where k.county_id = ${countyId}::uuid and k.id = ${id}::uuid`);
  return row?.isOpen ?? false;
}
