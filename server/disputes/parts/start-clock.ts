import type { Tx } from "@/db/client";
import { clocks } from "@/db/schema/clocks";
import type { ClockKind, ProceedingStatus, Track } from "@/db/vocabulary";
import { newId } from "../../kernel/ids";
import type { Facts } from "../reads/facts";

/**
 * The clock that the proceeding lacks and since when it runs: a second police session is due once the first brought no
 * agreement (程序规定 183). Null when each has been started.
 */
export function missingClock(
  track: Track,
  status: ProceedingStatus,
  facts: Pick<Facts, "clocks" | "firstSessionOn" | "sessionsEnded" | "sessionsMax">,
): { kind: ClockKind; startedOn: string } | null {
  const isDue =
    track === "publicSecurity" &&
    status === "mediating" &&
    facts.sessionsEnded === 1 &&
    facts.sessionsMax > 1 &&
    !facts.clocks.some((clock) => clock.kind === "secondSession");
  return isDue && facts.firstSessionOn ? { kind: "secondSession", startedOn: facts.firstSessionOn } : null;
}

/** Starts a clock of a proceeding on a day; its last day becomes the proceeding's. */
export async function startClock(
  tx: Tx,
  proceeding: { countyId: string; id: string; disputeId: string },
  clock: { kind: ClockKind; startedOn: string; dueOn: string },
  now: Date,
): Promise<void> {
  const { countyId, id: proceedingId, disputeId } = proceeding;
  await tx.insert(clocks).values({ countyId, id: newId(now), disputeId, proceedingId, ...clock });
}
