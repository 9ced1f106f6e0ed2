import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clockChanges, clocks } from "@/db/schema/clocks";
import type { ClockKind } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";
import { newId } from "../../kernel/ids";

type Change = Pick<
  typeof clockChanges.$inferInsert,
  "kind" | "happenedOn" | "oldDueOn" | "newDueOn" | "appraisal" | "reason"
>;

/** What happened to a clock of the proceeding that ended, oldest first; nothing where a session had stopped it. */
export async function clockStoryOf(
  tx: Tx,
  { countyId, id }: Pick<ProceedingRow, "countyId" | "id">,
  kind: ClockKind,
): Promise<Change[]> {
  const rows = await tx.execute<Change & Record<string, unknown>>(sql`
    select h.kind, h.happened_on::text as "happenedOn", h.old_due_on::text as "oldDueOn", h.new_due_on::text as "newDueOn", h.appraisal, h.reason
    from clocks c join clock_changes h on h.county_id = c.county_id and h.clock_id = c.id
    where c.county_id = ${countyId}::uuid and c.proceeding_id = ${id}::uuid and c.kind = ${kind} and c.stopped_by is distinct from 'session'
    order by h.recorded_at, h.id`);
  return [...rows];
}

/**
 * What whoever takes a matter over has to go on with: the clock of the second session with all its pauses, since its days are
 * counted from where they began; of the first session's, which begins anew there, the appraisal that is still awaited.
 */
export function carriedChanges(
  story: readonly Change[],
  { kind, startedOn, dueOn }: { kind: ClockKind; startedOn: string; dueOn: string },
): readonly Change[] {
  if (kind === "secondSession") return story;
  const last = story.filter((change) => change.kind !== "recomputed").at(-1);
  if (last?.kind !== "paused") return [];
  const happenedOn = last.happenedOn < startedOn ? startedOn : last.happenedOn;
  return [{ ...last, happenedOn, oldDueOn: dueOn }];
}

/**
 * Writes them at the clock that goes on, with their days and reasons, in their order, as whoever took the matter over found them;
 * who recorded them first stands in the earlier proceeding.
 */
export async function moveChanges(
  tx: Tx,
  clock: { countyId: string; disputeId: string; proceedingId: string; clockId: string },
  changes: readonly Change[],
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  const { countyId, clockId } = clock;
  for (const [i, change] of changes.entries()) {
    const { kind, happenedOn, oldDueOn, newDueOn, appraisal } = change;
    const isMove = kind === "recomputed";
    const recordedAt = new Date(now.getTime() - (changes.length - 1 - i));
    await tx
      .insert(clockChanges)
      .values({ ...clock, ...change, id: newId(now), recordedBy: isMove ? null : by, recordedAt });
    const isPause = kind === "paused";
    const pause = { pausedOn: isPause ? happenedOn : null, pausedFor: isPause ? appraisal : null };
    await tx
      .update(clocks)
      .set({ dueOn: newDueOn ?? oldDueOn, ...(isMove ? {} : pause) })
      .where(and(eq(clocks.countyId, countyId), eq(clocks.id, clockId)));
  }
}
