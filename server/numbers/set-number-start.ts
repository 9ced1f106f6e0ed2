import { sql } from "drizzle-orm";
import { numberStarts } from "@/db/schema/numbers";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid, notFound } from "../kernel/problem";
import { yearOf } from "../kernel/shanghai";
import type { SetNumberStartInput } from "./inputs";
import { ownSeries } from "./parts/own-series";

/**
 * Says which number of a series was the last given on paper; the next one given here follows it. Only upward: what was given
 * is never given again. Refuses with notFound (a series of another office), numberYear and numberStartLow.
 */
export function setNumberStart(ctx: ActContext, input: SetNumberStartInput): Promise<{ next: number }> {
  const { series: key, year, lastUsed, proof } = input;
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  return act(
    ctx,
    "number.set",
    input,
    (who) => requireRole(who, "number.set"),
    async (tx) => {
      const { scope, series } = ownSeries(actor);
      if (!series.some((one) => one.key === key)) throw notFound();
      if (year < yearOf(now) || year > yearOf(now) + 1) throw invalid("numberYear");
      const [given] = await tx.execute<{ last: number }>(sql`
        select greatest(app.number_start(${countyId}::uuid, ${scope}::uuid, ${key}, ${year}::int), coalesce((select value from counters
          where county_id = ${countyId}::uuid and scope = ${scope}::uuid and kind = ${key} and year = ${year}::int), 0)) as last`);
      const last = given?.last ?? 0;
      if (lastUsed <= last) throw invalid("numberStartLow");
      await tx
        .insert(numberStarts)
        .values({ countyId, id: newId(now), scope, kind: key, year, lastUsed, proof, setBy: personId, setAt: now });
      return { result: { next: lastUsed + 1 }, payload: { series: key, year, lastUsed, was: last, scope, proof } };
    },
  );
}
