import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { numberPatterns } from "@/db/schema/numbers";
import { requireRole } from "../access/gate";
import { standardPattern } from "../disputes/parts/number-patterns";
import { act } from "../kernel/act";
import { checkPrintable } from "../kernel/check-printable";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, notFound } from "../kernel/problem";
import { checkValidFrom } from "../rules/check-valid-from";
import type { SetNumberPatternInput } from "./inputs";
import { type OwnSeries, ownSeries } from "./parts/own-series";

/**
 * Says how the numbers of a series are written from a day on; numbers that were given stay as they were printed. Refuses with
 * notFound (a series of another office), ruleInPast, ruleTooFar, paperGlyphMissing, and numberPatternTaken where two series would give the same number.
 */
export function setNumberPattern(ctx: ActContext, input: SetNumberPatternInput): Promise<{ patternId: string }> {
  const { series: key, pattern, validFrom } = input;
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  return act(
    ctx,
    "number.set",
    input,
    (who) => requireRole(who, "number.set"),
    async (tx) => {
      const own = ownSeries(actor);
      if (!own.series.some((one) => one.key === key)) throw notFound();
      checkValidFrom(validFrom, now);
      await checkPrintable(pattern, [{ field: pattern, text: pattern }]);
      await tx.execute(
        sql`select pg_advisory_xact_lock(hashtextextended(${`number patterns ${countyId} ${own.scope}`}, 0))`,
      );
      await requireOwnLook(tx, countyId, own, input);
      const patternId = newId(now);
      const row = { countyId, id: patternId, scope: own.scope, kind: key, pattern, validFrom };
      await tx.insert(numberPatterns).values({ ...row, setBy: personId, setAt: now });
      return { result: { patternId }, payload: { series: key, pattern, validFrom, scope: own.scope } };
    },
  );
}

/** Widths aside, what a pattern writes: two series of one organisation must not write the same. */
const lookOf = (pattern: string): string => pattern.replace(/\{n:\d\}/, "{n}").replace(/\s/g, "");

async function requireOwnLook(
  tx: Tx,
  countyId: string,
  { scope, series }: OwnSeries,
  { series: key, pattern }: SetNumberPatternInput,
): Promise<void> {
  const set = await tx.execute<{ kind: string; pattern: string }>(sql`
    select kind, pattern from number_patterns where county_id = ${countyId}::uuid and scope = ${scope}::uuid`);
  const others = [
    ...series.map((one) => ({ kind: one.key as string, pattern: standardPattern(one.paper, one.track) })),
    ...set,
  ].filter((one) => one.kind !== key);
  const taken = others.find((one) => lookOf(one.pattern) === lookOf(pattern));
  if (taken) throw conflict("numberPatternTaken");
}
