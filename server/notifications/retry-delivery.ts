import { and, eq } from "drizzle-orm";
import { deliveries, notifications } from "@/db/schema/notifications";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { RetryDeliveryInput } from "./inputs";

/** Sends once more what did not arrive, with the address as it stands now. Refused (deliveryNotFailed) for what is under way, arrived or was taken back. */
export function retryDelivery(ctx: ActContext, input: RetryDeliveryInput): Promise<{ deliveryId: string }> {
  return perform(ctx, "delivery.retry", input, ({ tx, countyId, dispute, now }) =>
    // Only the system writes the state of deliveries.
    withSystemPrivileges(tx, async () => {
      const [delivery] = await tx
        .select({ id: deliveries.id, status: deliveries.status, channel: deliveries.channel })
        .from(deliveries)
        .innerJoin(
          notifications,
          and(eq(notifications.countyId, deliveries.countyId), eq(notifications.id, deliveries.notificationId)),
        )
        .where(
          and(
            eq(deliveries.countyId, countyId),
            eq(deliveries.id, input.deliveryId),
            eq(notifications.disputeId, dispute.id),
          ),
        )
        .for("update", { of: deliveries });
      if (!delivery) throw notFound();
      if (delivery.status !== "failed") throw conflict("deliveryNotFailed", { status: delivery.status });
      await tx
        .update(deliveries)
        .set({ status: "queued", attempts: 0, problem: "", notBefore: now })
        .where(and(eq(deliveries.countyId, countyId), eq(deliveries.id, delivery.id)));
      return {
        result: { deliveryId: delivery.id },
        payload: { deliveryId: delivery.id, channel: delivery.channel },
        jobs: [{ task: "deliver", payload: { countyId, deliveryId: delivery.id }, jobKey: `deliver:${delivery.id}` }],
      };
    }),
  );
}
