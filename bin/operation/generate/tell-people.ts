import type postgres from "postgres";
import { messageTexts } from "@/bin/operation/worker/message-texts";
import { announceEvent } from "@/server/notifications/announce-event";
import { recordingPort } from "@/server/notifications/ports/recording";
import { sendDelivery } from "@/server/notifications/send-delivery";

const minute = 60_000;
const port = recordingPort("email", null);
const messaging = {
  ...messageTexts,
  ports: { email: port, sms: port, wecom: null, dingtalk: null },
  baseUrl: "http://localhost:3000",
  mailFrom: "notices@localhost",
};

/**
 * What the worker would have done about a played dispute at the time: tells people of each event, and sends. Its jobs are
 * taken from the queue. Nothing leaves the machine: the port only says that it was sent.
 */
export async function tellPeople(sql: postgres.ISql, countyId: string, disputeId: string): Promise<void> {
  const events = await sql<{ seq: number; at: string }[]>`
    select seq::int, at_us / 1000 as at from events where county_id = ${countyId} and chain = ${disputeId} order by seq`;
  for (const { seq, at } of events) {
    const enqueuedAt = new Date(Number(at));
    const now = new Date(enqueuedAt.getTime() + minute / 3);
    await announceEvent({ countyId, chain: disputeId, seq }, { enqueuedAt, now, robots: [] });
  }
  const queued = await sql<{ id: string; at: Date }[]>`
    select d.id, d.not_before as at from deliveries d join notifications n on n.county_id = d.county_id and n.id = d.notification_id
    where n.county_id = ${countyId} and n.dispute_id = ${disputeId} and d.status = 'queued'`;
  for (const { id, at } of queued)
    await sendDelivery({ countyId, deliveryId: id }, messaging, new Date(at.getTime() + minute));
  await sql`select graphile_worker.complete_jobs(array(
    select j.id from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier in ('announce', 'deliver') and p.payload ->> 'countyId' = ${countyId}))`;
}
