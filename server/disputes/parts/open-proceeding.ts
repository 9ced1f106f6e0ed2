import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { proceedings } from "@/db/schema/proceedings";
import type { ClockKind, Track } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";
import type { Actor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";
import { firstClockOf } from "../../rules/clock-days";
import { firstStatus } from "../lifecycle";
import type { Act } from "../perform";
import { factsOf } from "../reads/facts";
import { checkLead } from "./check-lead";
import { laterOf, mergedMonth, monthFrom } from "./merged-month";
import { carriedChanges, clockStoryOf, moveChanges } from "./move-pauses";
import { firstLastDay, startClock } from "./start-clock";

/**
 * Opens the next proceeding of an open dispute. Used by triage, change of track and reopening. `acceptedOn` is the day on
 * which it was taken up where that is entered later; its clock starts on it, or on that of a registration merged into the matter
 * before. One that carries on what another station began
 * takes the clock of the second police session along, where the first was held there (程序规定 183), and an appraisal that pauses
 * its clock (公通字〔2007〕81号 9).
 */
export async function openProceeding(
  act: Act<Actor>,
  choice: {
    track: Track;
    leadPersonId: string;
    leadUnit: string;
    /** An earlier day on which it was taken up, checked already. */
    acceptedOn?: string | null;
    carriesOn?: boolean;
    /** Who took it over, where it carries on. */
    by?: string;
  },
): Promise<ProceedingRow> {
  const { tx, countyId, dispute, proceeding: before, now } = act;
  const ordinal = (before?.ordinal ?? 0) + 1;
  const [lead, merged] = await Promise.all([
    checkLead(tx, dispute, choice.track, choice.leadPersonId),
    choice.track === "peoples" ? mergedMonth(tx, { countyId, disputeId: dispute.id, ordinal }) : null,
  ]);
  const id = newId(now);
  const { acceptedOn = null } = choice;
  const clock = await clockOf(act, { ...choice, ...monthFrom(acceptedOn ?? dayOf(now), merged) });
  await tx.insert(proceedings).values({
    countyId,
    id,
    disputeId: dispute.id,
    ordinal,
    track: choice.track,
    status: firstStatus,
    stationId: dispute.stationId,
    committeeId: dispute.committeeId,
    leadPersonId: lead.id,
    leadUnit: choice.leadUnit || lead.unit,
    acceptedAt: now,
    acceptedOn,
    dueOn: clock?.dueOn ?? null,
    // A placeholder that satisfies the constraints; `perform` works out the real next step before commit.
    nextStep: "triage",
    nextOwnerId: lead.id,
    nextDueAt: now,
  });
  if (clock) {
    const { carried, ...begun } = clock;
    const clockId = await startClock(tx, { countyId, id, disputeId: dispute.id }, begun, now);
    await moveChanges(tx, { countyId, disputeId: dispute.id, proceedingId: id, clockId }, carried, {
      by: choice.by ?? null,
      now,
    });
  }
  // Read by a statement of its own: the rights to it are there once it is inserted.
  const [row] = await tx
    .select()
    .from(proceedings)
    .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, id)));
  if (!row) throw new Error("no proceeding");
  return row;
}

interface Started {
  track: Track;
  startedOn: string;
  /** The last day that everybody had agreed to before a merge. */
  extendedTo: string | null;
  carriesOn?: boolean;
}

interface Clock {
  kind: ClockKind;
  startedOn: string;
  /** Before what is carried on with it moved it. */
  dueOn: string;
  carried: ReturnType<typeof carriedChanges>;
}

/** The clock that runs from the beginning: the track's first, or the one of the second session that whoever handed it over left. */
async function clockOf(act: Act<Actor>, { track, startedOn, extendedTo, carriesOn }: Started): Promise<Clock | null> {
  const { tx, countyId, proceeding: before } = act;
  const from = carriesOn && track === "publicSecurity" ? before : undefined;
  const left = from && (await secondSessionOf(tx, from, act.now));
  const kind = left ? "secondSession" : firstClockOf(track);
  if (!kind) return null;
  const story = from ? await clockStoryOf(tx, from, kind) : [];
  const begins = { kind, startedOn: left ? left.startedOn : startedOn };
  // A day that an appraisal, or a day off, moved there stays moved, from the day it had before.
  const dueOn = laterOf(
    (left && (story[0]?.oldDueOn ?? left.dueOn)) ?? (await firstLastDay(tx, countyId, begins, act)),
    extendedTo,
  );
  return { ...begins, dueOn, carried: carriedChanges(story, { ...begins, dueOn }) };
}

/** From when the second session of a proceeding counts and until when it was due there; null where none was held. */
async function secondSessionOf(tx: Tx, { countyId, id }: ProceedingRow, now: Date) {
  const { carriedSince, firstSessionOn, clocks } = await factsOf(tx, countyId, id, now);
  const startedOn = carriedSince ?? firstSessionOn;
  return startedOn && { startedOn, dueOn: clocks.find(({ kind }) => kind === "secondSession")?.dueOn };
}
