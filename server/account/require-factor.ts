import { sql } from "drizzle-orm";
import { requireRole } from "../access/gate";
import { factorRuleOf } from "../access/second-factor";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
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
  const { countyId } = ctx.actor;
  return act(
    ctx,
    "account.requireFactor",
    input,
    (who) => requireRole(who, "account.requireFactor"),
    async (tx) => {
      if (validFrom < dayOf(ctx.now)) throw invalid("ruleInPast");
      const key = factorRuleOf(role);
      const [now] = await tx.execute<{ value: number }>(sql`select ${ruleOn(key, countyId, validFrom)} as value`);
      if ((now?.value ?? 0) > 0 !== isRequiredSeen) throw conflict("changedMeanwhile");
      // Two administrators at once: the second finds another value than they saw.
      const written = await tx.execute(sql`
        insert into rules as r (county_id, key, valid_from, value, source)
        values (${countyId}::uuid, ${key}, ${validFrom}::date, ${isRequired ? 1 : 0}, 'local')
        on conflict (county_id, key, valid_from) do update set value = excluded.value
          where (r.value > 0) = ${isRequiredSeen} returning 1`);
      if (written.length === 0) throw conflict("changedMeanwhile");
      return { result: { validFrom }, payload: { role, isRequired, validFrom } };
    },
  );
}
