import type { Tx } from "@/db/client";
import { clueSteps } from "@/db/schema/calls";
import type { ClueStepKind } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { happenedAt } from "../../kernel/happened";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";

/** Writes what the keeper did, on a day since it was reported. Refuses dayInFuture, dayTooEarly. */
export const writeStep = (
  tx: Tx,
  { actor, now }: { actor: PersonActor; now: Date },
  clue: { id: string; stationId: string; pointId: string; reportedAt: Date },
  { kind, note, happenedOn = null }: { kind: ClueStepKind; note: string; happenedOn?: string | null | undefined },
): Promise<unknown> =>
  tx.insert(clueSteps).values({
    countyId: actor.countyId,
    id: newId(now),
    clueId: clue.id,
    stationId: clue.stationId,
    pointId: clue.pointId,
    kind,
    note,
    takenBy: actor.personId,
    takenAt: happenedAt(happenedOn, { now, earliest: dayOf(clue.reportedAt) }),
  });
