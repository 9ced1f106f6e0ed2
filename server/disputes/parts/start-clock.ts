import type { Tx } from "@/db/client";
import { clocks } from "@/db/schema/clocks";
import type { ClockKind, ProceedingStatus, Track } from "@/db/vocabulary";
import { newId } from "../../kernel/ids";
import type { Facts } from "../reads/facts";

interface NewClock {
  kind: ClockKind;
  startedOn: string;
  agreementId?: string;
}

/**
 * The clock that the proceeding lacks and since when it runs: a second police session is due once the first brought no
 * agreement (程序规定 183). Null when each has been started.
 */
export function missingClock(
  track: Track,
  status: ProceedingStatus,
  facts: Pick<Facts, "clocks" | "firstSessionOn" | "sessionsEnded" | "sessionsMax">,
): NewClock | null {
  const isDue =
    track === "publicSecurity" &&
    status === "mediating" &&
    facts.sessionsEnded === 1 &&
    facts.sessionsMax > 1 &&
    !facts.clocks.some((clock) => clock.kind === "secondSession");
  return isDue && facts.firstSessionOn ? { kind: "secondSession", startedOn: facts.firstSessionOn } : null;
}

/** Starts a clock of a proceeding on a day; the last day of its mediation becomes the proceeding's. Gives its id. */
export async function startClock(
  tx: Tx,
  proceeding: { countyId: string; id: string; disputeId: string },
  clock: NewClock & { dueOn: string },
  now: Date,
): Promise<string> {
  const { countyId, id: proceedingId, disputeId } = proceeding;
  const id = newId(now);
  await tx.insert(clocks).values({ countyId, id, disputeId, proceedingId, ...clock });
  return id;
}
