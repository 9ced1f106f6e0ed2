import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rules } from "@/db/schema/rules";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, forbidden, invalid } from "../kernel/problem";
import { checkValidFrom } from "../rules/check-valid-from";
import type { RuleKey, Rules } from "../rules/defaults";
import { rulesByOwner } from "../rules/queries";
import { localRule } from "./choices";
import type { SetRuleInput } from "./inputs";
import { movingDueDays } from "./parts/move-due-days";

/**
 * Sets a rule from a day on: of the county, or of the committee of the head who sets it. Earlier days keep theirs, and
 * what was decided by them stands; last days that open proceedings count from this day on move with it. Gives how many
 * moved. Refuses with forbidden, ruleInPast, ruleTooFar, ruleOutOfBounds, changedMeanwhile.
 */
export function setRule(ctx: ActContext, input: SetRuleInput): Promise<{ moved: number }> {
  const { key, value, valueSeen, validFrom } = input;
  const source = input.source || localRule;
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  const committeeId = actor.role === "committeeHead" ? actor.committeeId : null;
  return act(
    ctx,
    "rule.set",
    input,
    (who) => requireRole(who, "rule.set"),
    async (tx) => {
      checkValidFrom(validFrom, now);
      await requireOwner(tx, input, committeeId);
      // Changes follow each other, those of rules that bound each other as well: the second sees what the first has written.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rules ${countyId}`}, 0))`);
      const was = (await rulesByOwner(tx, countyId, validFrom))(committeeId ? { committeeId, track: "peoples" } : null);
      if (was[key] !== valueSeen) throw conflict("changedMeanwhile");
      await requireOrder(tx, key, { ...was, [key]: value });
      const moved = await movingDueDays(tx, { countyId, now }, () =>
        tx.insert(rules).values({
          countyId,
          id: newId(now),
          committeeId,
          key,
          validFrom,
          value,
          source,
          changedBy: personId,
          changedAt: now,
        }),
      );
      const payload = { rule: key, was: was[key], value, validFrom, source, committee: committeeId, moved };
      return { result: { moved }, payload };
    },
  );
}

/** Refuses what belongs to somebody else, and a value beyond the rule's bounds. */
async function requireOwner(tx: Tx, { key, value }: SetRuleInput, committeeId: string | null): Promise<void> {
  const [bounds] = await tx.execute<{ isOwn: boolean; lowest: number; highest: number }>(sql`
    select concat_ws(' ', key, ${committeeId}::uuid) = any (app.rules_settable()) as "isOwn", lowest, highest from app.rule_bounds() where key = ${key}`);
  if (!bounds?.isOwn) throw forbidden();
  const { lowest, highest } = bounds;
  if (value < lowest || value > highest) throw invalid("ruleOutOfBounds", { lowest, highest });
}

/** Refuses a value beyond that of another rule which it may not exceed, or which may not exceed it. */
async function requireOrder(tx: Tx, key: RuleKey, values: Rules): Promise<void> {
  const pairs = await tx.execute<{ key: RuleKey; under: RuleKey }>(
    sql`select key, under from app.rule_bounds() where under is not null and ${key} in (key, under)`,
  );
  const wrong = pairs.find((pair) => values[pair.key] > values[pair.under]);
  if (!wrong) return;
  // One bound is the other rule's value; the other bound is the rule's own, which it has kept.
  const [bounds] = await tx.execute<{ lowest: number; highest: number }>(
    sql`select lowest, highest from app.rule_bounds() where key = ${key}`,
  );
  const { lowest = 0, highest = 0 } = bounds ?? {};
  throw invalid(
    "ruleOutOfBounds",
    wrong.key === key ? { lowest, highest: values[wrong.under] } : { lowest: values[wrong.key], highest },
  );
}
