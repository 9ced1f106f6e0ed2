import type { Tx } from "@/db/client";
import { type OpenDispute, openDispute } from "../../access/gate";
import type { DisputeAction } from "../../access/policy";
import type { PersonActor } from "../../kernel/actor";
import { conflict } from "../../kernel/problem";

/**
 * Opens two disputes for one act, each through the gate: whoever may not do it to both does it to neither. Locked in the order
 * of their ids, so that two acts on the same pair wait for each other and never crosswise.
 */
export async function openBoth(
  tx: Tx,
  actor: PersonActor,
  action: DisputeAction,
  [one, other]: readonly [string, string],
): Promise<[OpenDispute, OpenDispute]> {
  if (one === other) throw conflict("mergeItself");
  const first = one < other ? one : other;
  const opened = await openDispute(tx, actor, action, { disputeId: first }, true);
  const second = await openDispute(tx, actor, action, { disputeId: first === one ? other : one }, true);
  return first === one ? [opened, second] : [second, opened];
}
