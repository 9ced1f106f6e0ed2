import { and, eq, isNull, lte } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import { requireRole } from "../access/gate";
import type { ActContext } from "../kernel/context";
import { once } from "../kernel/once";
import type { MarkReadInput } from "./inputs";

/**
 * Marks one notification of the reader as read, or all up to one. Another reader's or an unknown one changes nothing.
 * Leaves no event, since nobody needs to know what people read.
 */
export function markRead(ctx: ActContext, input: MarkReadInput): Promise<{ read: number }> {
  const { actor, now } = ctx;
  return once(ctx, "notification.markRead", input, async (tx, claimed) => {
    requireRole(actor, "notification.markRead");
    await claimed;
    const read = await tx
      .update(notifications)
      .set({ readAt: now })
      .where(
        and(
          eq(notifications.countyId, actor.countyId),
          eq(notifications.recipientKind, "person"),
          eq(notifications.recipientId, actor.personId),
          isNull(notifications.readAt),
          "id" in input ? eq(notifications.id, input.id) : lte(notifications.id, input.upTo),
        ),
      )
      .returning({ id: notifications.id });
    return { response: { read: read.length } };
  });
}
