import { sql } from "drizzle-orm";
import type { SlotResource } from "@/db/vocabulary";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** A subscription address they made, without its secret. */
export interface OwnFeed {
  id: string;
  resource: SlotResource;
  /** The room's name and point; "" for their own calendar. */
  room: string;
  point: string;
  label: string;
  createdAt: string;
  /** When a program last asked for it, or null. */
  readAt: string | null;
}

/** Live subscription addresses the actor made, newest first. */
export function ownFeeds(ctx: Context): Promise<OwnFeed[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<{ card: OwnFeed }>(sql`
      select jsonb_build_object('id', f.id, 'resource', f.resource, 'room', coalesce(r.name, ''), 'point', coalesce(p.name, ''), 'label', f.label,
        'createdAt', f.created_at, 'readAt', f.read_at) as card
      from feed_tokens f left join rooms r on r.county_id = f.county_id and r.id = f.resource_id
        left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
      where f.county_id = ${actor.countyId}::uuid and f.created_by = ${actor.personId}::uuid and f.revoked_at is null
      order by f.id desc`);
    return rows.map(({ card }) => card);
  });
}
