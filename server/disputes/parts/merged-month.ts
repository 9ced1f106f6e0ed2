import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ProceedingRow } from "../../access/gate";
import { lastDay } from "../../rules/clock-days";
import { rollToWorkday } from "../../rules/workdays";
import type { Act } from "../perform";
import { factsOf } from "../reads/facts";
import { acceptedDay } from "./began-on";
import { moveClockStart } from "./move-clock-start";
import type { StepTime } from "./next-step";
import { rulesFrom } from "./start-clock";

/** The month of a registration that was merged into a matter; days 'YYYY-MM-DD'. */
interface MergedMonth {
  startedOn: string;
  /** The last day to which all who are parties now had agreed to move it; null where not all had. */
  extendedTo: string | null;
}

/** The earliest month that a proceeding goes on with because of a merge; null where its own acceptance starts it. */
export async function mergedMonth(
  tx: Tx,
  { countyId, disputeId, ordinal }: Pick<ProceedingRow, "countyId" | "disputeId" | "ordinal">,
): Promise<MergedMonth | null> {
  const [found] = await tx
    .execute<MergedMonth & Record<string, unknown>>(
      sql`select started_on::text as "startedOn", extended_to::text as "extendedTo"
        from app.merged_month(${countyId}::uuid, ${disputeId}::uuid, ${ordinal}::int)`,
    )
    .execute();
  return found ?? null;
}

/** Where a month counts from that would begin on `own`, and the last day that counts at least. */
export const monthFrom = (own: string, merged: MergedMonth | null): MergedMonth => ({
  startedOn: merged && merged.startedOn < own ? merged.startedOn : own,
  extendedTo: merged?.extendedTo ?? null,
});

export const laterOf = (one: string, other: string | null): string => (other && other > one ? other : one);

/**
 * The month of people's mediation that runs in a matter counts from the earliest acceptance of the registrations that are one in it
 * now, and from its own where a merge was undone: nobody wins a second month by a merge (若干规定 33). The latest last day to which
 * all had agreed stays, under whichever of them they had.
 */
export async function followMergedMonth(
  tx: Tx,
  at: StepTime & Pick<Act, "countyId">,
  proceeding: ProceedingRow | undefined | null,
): Promise<void> {
  if (proceeding?.track !== "peoples") return;
  const { countyId, now, overrides } = at;
  const { clocks } = await factsOf(tx, countyId, proceeding.id, now);
  const clock = clocks.find(({ kind, stoppedOn }) => kind === "peoplesMonth" && !stoppedOn);
  if (!clock) return;
  const [merged, own] = await Promise.all([mergedMonth(tx, proceeding), ownExtension(tx, countyId, clock.id)]);
  const { startedOn, extendedTo } = monthFrom(acceptedDay(proceeding), merged);
  const dueOn = laterOf(
    own
      ? rollToWorkday(own, overrides)
      : lastDay({ ...clock, startedOn }, await rulesFrom(tx, countyId, startedOn, at), overrides),
    extendedTo,
  );
  if (startedOn === clock.startedOn && dueOn === clock.dueOn) return;
  await moveClockStart(tx, proceeding, clock, { startedOn, dueOn }, now);
}

/** The day to which all had agreed under this registration itself, whatever a merge made of it; null where they had not. */
async function ownExtension(tx: Tx, countyId: string, clockId: string): Promise<string | null> {
  const [found] = await tx
    .execute<{ day: string }>(
      sql`select h.new_due_on::text as day from clock_changes h where h.county_id = ${countyId}::uuid and h.clock_id = ${clockId}::uuid
        and h.kind = 'extended' order by h.recorded_at desc, h.id desc limit 1`,
    )
    .execute();
  return found?.day ?? null;
}
