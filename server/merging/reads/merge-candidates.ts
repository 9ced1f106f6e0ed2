import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { canonicalDisputeNumber } from "@/db/encryption/canonical";
import { decryptedPhone } from "../../access/encrypted-contacts";
import { openDispute } from "../../access/gate";
import { type SimilarDispute, similarDisputes } from "../../disputes/reads/similar";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { otherByNumberInput } from "../inputs";

/** What a dispute is compared by: its place, and the names and phones of its adults as the reader may read them. */
async function saidOf(tx: Tx, countyId: string, disputeId: string) {
  const rows = await tx.execute<{ id: string; name: string; phone: string; place: string }>(sql`
    select p.id, p.name, p.phone, d.place from disputes d join app.readable_parties p on p.county_id = d.county_id and p.dispute_id = d.id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid and not p.is_minor and not p.is_departed order by p.position limit 40`);
  return {
    place: rows[0]?.place ?? "",
    names: rows.map(({ name }) => name),
    phones: rows.flatMap(({ id, phone }) => (phone === "" ? [] : [decryptedPhone("parties", { countyId, id }, phone)])),
  };
}

/** Other registrations that may be this matter, by the very comparison that intake makes (`similarDisputes`). */
export async function mergeCandidates(
  ctx: Context,
  { disputeId }: { disputeId: string },
): Promise<{ disputes: SimilarDispute[] }> {
  const said = await asActor(ctx, async (tx) => {
    await openDispute(tx, ctx.actor, "merge.read", { disputeId });
    return saidOf(tx, ctx.actor.countyId, disputeId);
  });
  const { disputes } = await similarDisputes(ctx, said);
  return { disputes: disputes.filter(({ id }) => id !== disputeId) };
}

/** The registration with this number, or the one that it was merged into; null where the reader may read none. */
export function otherByNumber(
  ctx: Context,
  { disputeId, number }: z.output<typeof otherByNumberInput>,
): Promise<{ id: string; number: string; title: string } | null> {
  return asActor(ctx, async (tx) => {
    await openDispute(tx, ctx.actor, "merge.read", { disputeId });
    const [found] = await tx.execute<{ id: string; number: string; title: string }>(sql`
      select d.id, d.number, d.title
      from (select coalesce(merged_into, id) as id from disputes
          where county_id = ${ctx.actor.countyId}::uuid and number = ${canonicalDisputeNumber(number)} offset 0) n
        cross join lateral (select * from disputes x where x.county_id = ${ctx.actor.countyId}::uuid and x.id = n.id offset 0) d
      where d.id <> ${disputeId}::uuid and app.reads_dispute(d.county_id, d.id)`);
    return found ?? null;
  });
}
