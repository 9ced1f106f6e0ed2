import { sql } from "drizzle-orm";
import type { ClueStatus } from "@/db/vocabulary";
import type { ToldStage } from "../../access/told-stage";
import { type ClueStep, stepsOf } from "../../calls/parts/clue-steps";
import { firstStepBy } from "../../calls/parts/kept-point";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";
import { officeOf } from "../../rules/queries";
import { pointListMost } from "../choices";

/** A clue as the keeper of its point reads it: never who reported it. */
export interface PointClue {
  id: string;
  place: string;
  text: string;
  reportedAt: string;
  /** Until when the keeper takes the first step. */
  firstBy: string;
  status: ClueStatus;
  answer: string;
  steps: ClueStep[];
}

/** A matter as the keeper of its point may know it (app.matters_of_point). */
export interface PointMatter {
  id: string;
  number: string;
  place: string;
  registeredAt: string;
  stage: ToldStage;
}

export interface OwnPoint {
  point: { id: string; name: string; station: string; phone: string } | null;
  clues: PointClue[];
  matters: PointMatter[];
}

/** What comes in at the contact point that the reader keeps: clues that wait first, then the others; and the matters of the place. */
export function ownPoint(ctx: Context): Promise<OwnPoint> {
  const { actor, now } = ctx;
  if (!actor.pointId) return Promise.resolve({ point: null, clues: [], matters: [] });
  return asActor(ctx, async (tx) => {
    const [office, [point], clues, matters] = await Promise.all([
      officeOf(tx, actor.countyId, now, null),
      tx.execute<NonNullable<OwnPoint["point"]> & Record<string, unknown>>(sql`
        select c.id, c.name, s.name as station, c.phone from contact_points c
        join stations s on (s.county_id, s.id) = (c.county_id, c.station_id)
        where c.county_id = ${actor.countyId}::uuid and c.id = ${actor.pointId}::uuid`),
      tx.execute<Omit<PointClue, "firstBy"> & Record<string, unknown>>(sql`
        select q.id, q.place, q.text, ${isoText(sql`q.reported_at`)} as "reportedAt", q.status, q.answer, ${stepsOf(sql`q`)} as steps
        from clues q where q.county_id = ${actor.countyId}::uuid and q.point_id = ${actor.pointId}::uuid
        order by q.status <> 'new', q.reported_at desc limit ${pointListMost}`),
      tx.execute<PointMatter & Record<string, unknown>>(sql`
        select id, number, place, ${isoText(sql`registered_at`)} as "registeredAt", stage
        from app.matters_of_point(${pointListMost}) order by registered_at desc, id desc`),
    ]);
    return {
      point: point ?? null,
      clues: clues.map((clue) => ({
        ...clue,
        firstBy: firstStepBy(new Date(clue.reportedAt), office).toISOString(),
      })),
      matters: [...matters],
    };
  });
}
