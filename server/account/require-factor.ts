import { sql } from "drizzle-orm";
import { rules } from "@/db/schema/rules";
import { requireRole } from "../access/gate";
import { factorRuleOf } from "../access/second-factor";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { ruleOn } from "../rules/queries";
import type { RequireFactorInput } from "./inputs";

/**
 * The administrator says from which day on everybody of a role needs a second factor, or needs none any more. Whoever has
 * none then sets it up at their next sign-in. Earlier days keep their rule. Refuses with ruleInPast, changedMeanwhile.
 */
export function requireFactor(ctx: ActContext, input: RequireFactorInput): Promise<{ validFrom: string }> {
  const { role, isRequired, isRequiredSeen, validFrom } = input;
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "account.requireFactor",
    input,
    (who) => requireRole(who, "account.requireFactor"),
    async (tx) => {
      if (validFrom < dayOf(ctx.now)) throw invalid("ruleInPast");
      const key = factorRuleOf(role);
      // Two administrators at once: the second finds another value than they saw.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rule ${countyId} ${key}`}, 0))`);
      const [now] = await tx.execute<{ value: number }>(sql`select ${ruleOn(key, countyId, validFrom)} as value`);
      if ((now?.value ?? 0) > 0 !== isRequiredSeen) throw conflict("changedMeanwhile");
      await tx.insert(rules).values({
        countyId,
        id: newId(ctx.now),
        key,
        validFrom,
        value: isRequired ? 1 : 0,
        source: "local",
        changedBy: personId,
        changedAt: ctx.now,
      });
      return { result: { validFrom }, payload: { role, isRequired, validFrom } };
    },
  );
}
