import { sql } from "drizzle-orm";
import type { DisputeLinkKind } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";

/** A merge, seen from one of its registrations. Instants are ISO text. */
export interface MergeOfDispute {
  id: string;
  /** This one was absorbed; otherwise it goes on for both. */
  isAbsorbed: boolean;
  otherId: string;
  number: string;
  title: string;
  reason: string;
  mergedBy: string;
  mergedAt: string;
  undoneBy: string | null;
  undoneAt: string | null;
  undoneReason: string;
  /** It can be undone: nothing that binds was done since. */
  canUndo: boolean;
}

/** A link to another matter, seen from this one. */
export interface LinkOfDispute {
  id: string;
  /** This is the one that followed, or claims. */
  isFromHere: boolean;
  otherId: string;
  number: string;
  title: string;
  kind: DisputeLinkKind;
  reason: string;
  linkedBy: string;
  linkedAt: string;
  removedBy: string | null;
  removedAt: string | null;
  removedReason: string;
}

export interface Related {
  merges: MergeOfDispute[];
  links: LinkOfDispute[];
}

/** What a dispute was merged with and is linked to, for a reader who may read both; others learn of neither. */
export function relatedOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<Related> {
  return asActor(ctx, async (tx) => {
    await readDispute(tx, ctx.actor, "merge.read", disputeId);
    const [merges, links] = await Promise.all([
      tx
        .execute<MergeOfDispute & Record<string, unknown>>(sql`
        select id, is_absorbed as "isAbsorbed", other_id as "otherId", number, title, reason, merged_by as "mergedBy", ${isoText(sql`merged_at`)} as "mergedAt",
          undone_by as "undoneBy", ${isoText(sql`undone_at`)} as "undoneAt", undone_reason as "undoneReason", undone_at is null and obstacle is null as "canUndo"
        from app.merges_of(${disputeId}::uuid)`)
        .execute(),
      tx
        .execute<LinkOfDispute & Record<string, unknown>>(sql`
        select id, is_from_here as "isFromHere", other_id as "otherId", number, title, kind, reason, linked_by as "linkedBy",
          ${isoText(sql`linked_at`)} as "linkedAt", removed_by as "removedBy", ${isoText(sql`removed_at`)} as "removedAt", removed_reason as "removedReason"
        from app.dispute_links_of(${disputeId}::uuid)`)
        .execute(),
    ]);
    return { merges: [...merges], links: [...links] };
  });
}
