import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "./free-starts";

/**
 * Time in the 15 days after `from` at which one of these rooms and people is taken or, of people, known to be away. Names
 * no dispute.
 */
export async function busySpans(tx: Tx, countyId: string, ids: readonly string[], from: Date): Promise<Span[]> {
  if (ids.length === 0) return [];
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const until = new Date(from.getTime() + 15 * 86_400_000);
  const [row] = await tx.execute<{ spans: { from: string; to: string }[] }>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('from', lower(during), 'to', upper(during)) order by during), '[]') as spans
    from app.hours_against(${countyId}::uuid, array[${list}], ${from.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, null)
    where kind <> 'ifNeedBe'`);
  return (row?.spans ?? []).map((span) => ({ from: new Date(span.from), to: new Date(span.to) }));
}
