import { sql } from "drizzle-orm";
import { type Role, roles } from "@/db/vocabulary";
import { factorRuleOf } from "../../access/second-factor";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";

/** Whether everybody of a role needs a second factor today, and what follows on later days ('YYYY-MM-DD', the nearest first). */
export interface FactorRule {
  role: Role;
  isRequired: boolean;
  later: { from: string; isRequired: boolean }[];
}

/** Which roles need a second factor, in the order of the roles. */
export function factorRules(ctx: Context): Promise<FactorRule[]> {
  const { actor, now } = ctx;
  const today = dayOf(now);
  return asActor(ctx, async (tx) => {
    const [rules, dated] = await Promise.all([
      rulesOn(tx, actor.countyId, today),
      tx.execute<{ key: string; from: string; isRequired: boolean }>(sql`
        select distinct on (valid_from, key) key, valid_from::text as from, value > 0 as "isRequired" from rules
        where county_id = ${actor.countyId}::uuid and key like 'secondFactor.%' and valid_from > ${today}::date
        order by valid_from, key, changed_at desc nulls last, id desc`),
    ]);
    return roles.map((role) => ({
      role,
      isRequired: rules[factorRuleOf(role)] > 0,
      later: dated
        .filter(({ key }) => key === factorRuleOf(role))
        .map(({ from, isRequired }) => ({ from, isRequired })),
    }));
  });
}
