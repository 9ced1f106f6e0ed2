import { sql } from "drizzle-orm";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";

export interface VideoLink {
  sessionId: string;
  url: string;
  setBy: string;
  setAt: string;
}

/** Addresses of a dispute's video sessions. Row-level security gives them to the lead and to those expected there, nobody else. */
export function videoLinksOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<VideoLink[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "session.readVideo", disputeId);
    return [
      ...(await tx.execute<VideoLink & Record<string, unknown>>(sql`
        select v.session_id as "sessionId", v.url, p.name as "setBy", ${isoText(sql`v.set_at`)} as "setAt"
        from video_links v join people p on p.county_id = v.county_id and p.id = v.set_by
        where v.county_id = ${actor.countyId}::uuid and v.dispute_id = ${disputeId}::uuid`)),
    ];
  });
}
