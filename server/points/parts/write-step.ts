import type { Tx } from "@/db/client";
import { clueSteps } from "@/db/schema/calls";
import type { ClueStepKind } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";

/** Writes what the keeper did. */
export const writeStep = (
  tx: Tx,
  { actor, now }: { actor: PersonActor; now: Date },
  clue: { id: string; stationId: string; pointId: string },
  { kind, note }: { kind: ClueStepKind; note: string },
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
    takenAt: now,
  });
