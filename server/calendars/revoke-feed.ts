import { and, eq, isNull } from "drizzle-orm";
import { feedTokens } from "@/db/schema/calendar";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { FeedIdInput } from "./inputs";

/** Ends a subscription address the actor made; whoever still asks for it finds nothing. */
export function revokeFeed(ctx: ActContext, input: FeedIdInput): Promise<{ feedId: string }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "feed.revoke",
    input,
    (who) => requireRole(who, "feed.revoke"),
    async (tx) => {
      const ended = await tx
        .update(feedTokens)
        .set({ revokedAt: ctx.now })
        .where(
          and(
            eq(feedTokens.countyId, countyId),
            eq(feedTokens.createdBy, personId),
            eq(feedTokens.id, input.feedId),
            isNull(feedTokens.revokedAt),
          ),
        )
        .returning({ id: feedTokens.id });
      if (ended.length === 0) throw notFound();
      return { result: { feedId: input.feedId }, payload: { feedId: input.feedId } };
    },
  );
}
