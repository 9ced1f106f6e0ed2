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
  "number.void",
  "deposit.make",
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
  // The statements of `body` leave together with the one that gives the privileges, and whatever comes next with the one that
  // takes them away: nobody waits for either. On a login without these rights `body` runs as the actor, and its answer is lost.
  const [was, result] = await Promise.all([becomeSystem(tx), body()]);
  tx.execute(sql`select set_config('role', ${was}, true)`)
    .execute()
    // The transaction is rolled back with whatever failed in it, and the settings with the transaction.
    .catch(() => undefined);
  return result;
}

/** Gives the role that the transaction had before. */
async function becomeSystem(tx: Tx): Promise<string> {
  const [before] = await tx
    .execute<{ was: string; isSystem: boolean }>(
      sql`select current_setting('role') as was, set_config('role', 'none', true), app.is_system() as "isSystem"`,
    )
    .execute();
  if (!before?.isSystem)
    throw new Error("The system takes no part in this act: list its action, or say systemTakesPart");
  return before.was;
}
