import type { TaskList } from "graphile-worker";
import * as z from "zod";
import { announceEvent } from "../notifications/announce-event";
import { orderDeliveries } from "../notifications/order-deliveries";
import { type Messaging, robotsOf } from "../notifications/parts/messaging";
import { remindObligors } from "../notifications/remind-obligors";
import { remindSession } from "../notifications/remind-session";
import { sendDelivery } from "../notifications/send-delivery";
import { tellFailures } from "./tell-failures";
import { timeOf } from "./time-of";

const cause = z.object({ countyId: z.uuid(), chain: z.uuid(), seq: z.int() });
const delivery = z.object({ countyId: z.uuid(), deliveryId: z.uuid() });
const reminder = z.object({
  countyId: z.uuid(),
  sessionId: z.uuid(),
  which: z.enum(["day", "hours"]),
  startsAt: z.string().optional(),
});

/** Tasks that send messages. The words and the channels are passed in by the program that starts the worker. */
export function notificationTasks(messaging: Messaging): TaskList {
  const robots = robotsOf(messaging.ports);
  return {
    announce: (payload, { job }) =>
      announceEvent(cause.parse(payload), { enqueuedAt: job.created_at, now: timeOf(job), robots }),
    deliver: (payload, { job }) => sendDelivery(delivery.parse(payload), messaging, timeOf(job)),
    remind: (payload, { job }) => remindSession(reminder.parse(payload), timeOf(job)),
    orderDeliveries: async (_payload, { job }) => {
      await orderDeliveries(timeOf(job));
    },
    remindObligors: (_payload, { job }) => remindObligors(timeOf(job)),
    tellFailures: (_payload, { job }) => tellFailures(timeOf(job)),
  };
}

/**
 * Every quarter of an hour unsent deliveries are enqueued again, every five minutes failed jobs are reported; at 09:00 in
 * Shanghai people are reminded of what falls due, and again at noon, for what took effect or failed in between.
 */
export const notificationCrontab = [
  "*/15 * * * * orderDeliveries",
  "*/5 * * * * tellFailures",
  "0 1,4 * * * remindObligors",
].join("\n");
