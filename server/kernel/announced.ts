import type { NewJob } from "./jobs";

/** Acts somebody is told of. Who, and in which words, is the business of server/notifications. */
const announced = new Set<string>([
  "invitation.send",
  "invitation.substitute",
  "invitation.accept",
  "invitation.decline",
  "invitation.expire",
  "invitation.withdraw",
  "invitation.propose",
  "invitation.delegate",
  "invitation.disclose",
  "invitation.escalate",
  "invitation.lockLink",
  "invitation.remind",
  "invitation.leaveSession",
  "tie.waive",
  "convening.send",
  "session.book",
  "session.hold",
  "session.confirm",
  "session.move",
  "session.cancel",
  "session.swapPerson",
  "session.expireHold",
  "session.setVideo",
  "townHall.plan",
  "townHall.move",
  "townHall.cancel",
  "consultation.ask",
  "consultation.pass",
  "consultation.answer",
  "harm.report",
  "refusal.record",
  "proceeding.end",
]);

/** The job that tells of an event, enqueued in the transaction that made it; none for acts nobody hears of. */
export function announcement(countyId: string, chain: string, seq: number, action: string): NewJob[] {
  if (!announced.has(action)) return [];
  return [{ task: "announce", payload: { countyId, chain, seq }, jobKey: `announce:${chain}:${seq}` }];
}
