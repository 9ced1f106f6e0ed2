import { systemActor } from "../../kernel/actor";
import { appendAudit } from "../../kernel/audit";
import { inEveryCounty } from "../../kernel/every-county";
import { reason as reasonOf } from "../../kernel/words";
import type { DatabaseReport } from "../reads/verify-database";
import type { CheckpointKeeper } from "./checkpoint-keeper";

const longestReason = 300;
/** What a restore to an earlier moment looks like beside the checkpoints; anything else it does not explain. */
const explained: readonly string[] = ["cut", "dropped", "rewritten"];

/** Whether a restore explains all that verify found. */
export const isCutAlone = ({ chains, content, checkpoints, guards }: DatabaseReport): boolean =>
  chains.faults.length + content.faults.length + guards.length === 0 &&
  (checkpoints?.faults ?? []).every(({ fault }) => explained.includes(fault));

/** A reason that says something; null for one that does not. */
export function cutReason(text: string): string | null {
  const read = reasonOf(longestReason).safeParse(text);
  return read.success ? read.data : null;
}

/**
 * Begins the signed checkpoints anew after a restore: from here on the chains as they are count. Each county's audit chain
 * gets an entry with the reason and who said so, and the signed line repeats the reason, which verify prints from then on.
 */
export async function acceptCut(
  keeper: CheckpointKeeper,
  now: Date,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  await inEveryCounty("checkpoint", now, (tx, countyId) =>
    appendAudit(tx, systemActor(countyId, "checkpoint"), now, "audit.beginAnew", { what: "checkpoints", reason, by }),
  );
  await keeper.beginAnew(now, `${reason} (${by})`);
}
