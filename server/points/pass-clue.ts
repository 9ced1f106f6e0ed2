import { sql } from "drizzle-orm";
import { isKept } from "../calls/parts/kept-point";
import { act } from "../kernel/act";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { conflict, Problem } from "../kernel/problem";

interface Target {
  countyId: string;
  clueId: string;
}

/**
 * The worker's part when the time of a point for its first step is over and nobody there has done anything: the station is told, once, and
 * its own time runs. Answered or seen to meanwhile, at a point that nobody keeps, or run
 * twice, it does nothing.
 */
export async function passClue(target: Target, now: Date): Promise<void> {
  const { countyId, clueId } = target;
  const ctx = actAs(systemActor(countyId, "passClue"), now, keyOf("clue.pass", clueId));
  try {
    await act(
      ctx,
      "clue.pass",
      target,
      () => undefined,
      async (tx) => {
        const [waiting] = await tx.execute(sql`
          select from clues q where q.county_id = ${countyId}::uuid and q.id = ${clueId}::uuid and q.status = 'new' and ${isKept(sql`q`)}
            and not exists (select from clue_steps s where s.county_id = q.county_id and s.clue_id = q.id) for update`);
        if (!waiting) throw conflict("clueAlreadyHandled");
        return { result: {}, payload: { clueId } };
      },
    );
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "clueAlreadyHandled") throw error;
  }
}
