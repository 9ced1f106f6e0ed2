import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clues } from "@/db/schema/calls";
import { contactPoints } from "@/db/schema/places";
import { requireRole } from "../access/gate";
import { lookForRelapse } from "../disputes/parts/look-for-relapse";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { NewJob } from "../kernel/jobs";
import { invalid } from "../kernel/problem";
import { officeOf } from "../rules/queries";
import type { ReportClueInput } from "./inputs";
import { firstStepBy } from "./parts/kept-point";

/** The station of a point. Refuses with pointNeeded where somebody without a station names none, and with unknownReference. */
async function stationOfPoint(tx: Tx, countyId: string, pointId: string | null): Promise<string> {
  if (!pointId) throw invalid("pointNeeded");
  const [point] = await tx
    .select({ stationId: contactPoints.stationId })
    .from(contactPoints)
    .where(and(eq(contactPoints.countyId, countyId), eq(contactPoints.id, pointId)));
  if (!point) throw invalid("unknownReference");
  return point.stationId;
}

/** Looks at the clue again when the time of its point for the first step is over. */
async function passJob(tx: Tx, { actor: { countyId }, now }: ActContext, clueId: string): Promise<NewJob> {
  const office = await officeOf(tx, countyId, now, null);
  const runAt = firstStepBy(now, office);
  return { task: "passClue", payload: { countyId, clueId }, jobKey: `clue:${clueId}`, runAt };
}

/**
 * Whoever helps tells what they saw or heard. The keeper of the point takes the first step, else the station does; the reporter sees
 * its status alone (N1). Somebody who belongs to no station names the point. Refuses with pointNeeded.
 */
export function reportClue(ctx: ActContext, input: ReportClueInput): Promise<{ clueId: string }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "clue.report",
    input,
    (who) => requireRole(who, "clue.report"),
    async (tx) => {
      const pointId = input.pointId ?? actor.pointId;
      const stationId = actor.stationId ?? (await stationOfPoint(tx, actor.countyId, pointId));
      const clueId = newId(now);
      await tx.insert(clues).values({
        countyId: actor.countyId,
        id: clueId,
        stationId,
        pointId,
        reporterId: actor.personId,
        place: input.place,
        text: input.text,
        reportedAt: now,
      });
      const jobs = [lookForRelapse(actor.countyId, "clue", clueId)];
      if (pointId) jobs.push(await passJob(tx, ctx, clueId));
      return { result: { clueId }, payload: { clueId }, jobs };
    },
  );
}
