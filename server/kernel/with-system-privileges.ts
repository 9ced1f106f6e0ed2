import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventAction } from "@/db/vocabulary-events";

/**
 * Acts of people in which the system takes a part: seats, held hours and other people's invitations follow an answer, and
 * only the system writes the state of a delivery. Their transactions run on the system's login.
 */
export const systemTakesPartIn: ReadonlySet<string> = new Set<EventAction>([
  "convening.send",
  "daysOff.set",
  "dispute.link",
  "dispute.merge",
  "dispute.unlink",
  "dispute.unmerge",
  "delivery.retry",
  "invitation.accept",
  "invitation.decline",
  "invitation.delegate",
  "invitation.disclose",
  "invitation.leaveSession",
  "invitation.recordAnswer",
  "invitation.send",
  "invitation.withdraw",
  "rule.set",
  "lead.set",
  "office.merge",
  "work.handOver",
  "leadRequest.decide",
  "paper.ask",
  "place.change",
  "place.merge",
  "proceeding.archive",
  "session.cancel",
  "session.swapPerson",
  "transfer.accept",
]);

/**
 * Runs `body` with the system's privileges, for effects of an act on rows its actor may not reach: an invitee takes
 * their seat, or loses it, before they may read the dispute (their rights follow at commit). The policy has already
 * allowed the act; nothing read here may be returned to the actor. Only in a transaction that `asActor` was told of
 * (`systemTakesPart`): the login of people's acts has no way to these rights.
 */
export async function withSystemPrivileges<T>(tx: Tx, body: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ was: string; isSystem: boolean }>(sql`
    select current_setting('role') as was, set_config('role', 'none', true), app.is_system() as "isSystem"`);
  if (!before?.isSystem)
    throw new Error("The system takes no part in this act: list its action, or say systemTakesPart");
  const restore = () => tx.execute(sql`select set_config('role', ${before.was}, true)`);
  try {
    return await body();
  } finally {
    // After a failure the settings need no reset: the transaction is rolled back with them.
    await restore().catch(() => undefined);
  }
}
