import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "../kernel/actor";
import { conflict } from "../kernel/problem";
import type { Action } from "./policy";

/**
 * What somebody who is tied to a party may still do in a matter: say it, hand over, answer for themselves, keep what is known,
 * and what keeps people safe. Every other act binds somebody or steers the matter and is refused to them, so that a new act is
 * refused until somebody has thought about it and added it here (docs/adr/0051).
 */
export const mayWhenTied: ReadonlySet<Action> = new Set<Action>([
  // Saying it and handing over. A head who leads may have nobody else to name another; a party that minds is heard.
  "tie.disclose",
  "tie.record",
  "tie.remove",
  "tie.recuse",
  "lead.set",
  "leadRequest.record",
  "leadRequest.tell",
  // An invitee's own answer has its own rules; the rest of asking is done by the worker.
  "invitation.see",
  "invitation.accept",
  "invitation.decline",
  "invitation.disclose",
  "invitation.propose",
  "invitation.delegate",
  "invitation.leaveSession",
  "invitation.expire",
  "invitation.substitute",
  "invitation.escalate",
  "invitation.lockLink",
  "invitation.revokeLink",
  "session.expireHold",
  "session.checkIn",
  "assignment.answer",
  "assignment.prove",
  "performance.prove",
  "instruction.answer",
  "instruction.pass",
  "opinion.sign",
  // What they know stays known, for whoever goes on.
  "dispute.register",
  "dispute.attachCall",
  "note.write",
  "file.add",
  "file.describe",
  "desk.write",
  "party.reveal",
  "session.tell",
  "interpreter.tell",
  "interpreter.answer",
  "interpreter.expire",
  "delivery.retry",
  // Nobody's safety waits for another lead.
  "harm.report",
  "dispute.assessRisk",
  "risk.raise",
  "gate.answer",
  "gate.takeOver",
  "gate.recordStep",
]);

/** Whether an act is refused to whoever is tied to a party; the database asks the same of rows (app.refuse_tied). */
export const bindsOrSteers = (action: Action): boolean => !mayWhenTied.has(action) && !/\.read/.test(action);

interface Matter {
  disputeId: string;
  proceedingId?: string | undefined;
}

/** Whether whoever acts was found tied to a party of this proceeding, else of the dispute's latest, and still is. */
export async function isTied(tx: Tx, actor: Actor, { disputeId, proceedingId }: Matter): Promise<boolean> {
  const [row] = await tx
    .execute<{ isTied: boolean }>(
      sql`select app.acts_tied(${actor.countyId}::uuid, ${disputeId}::uuid, ${proceedingId ?? null}::uuid) as "isTied"`,
    )
    .execute();
  return row?.isTied ?? false;
}

/** Refuses needs.actorUntied where whoever acts is tied and the act binds or steers. */
export async function requireUntied(tx: Tx, actor: Actor, action: Action, matter: Matter): Promise<void> {
  if (actor.kind === "system" || !bindsOrSteers(action)) return;
  if (await isTied(tx, actor, matter)) throw conflict("needs.actorUntied");
}
