import { sql } from "drizzle-orm";
import { requireRole } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { passesBy, type RuleKey, ruleDefaults } from "../../rules/defaults";
import { inForce, type SetValue } from "../choices";

export interface RuleLine {
  key: RuleKey;
  unit: string;
  /** Whether its hours pass while the office is open or round the clock; null where it counts neither hours nor minutes. */
  passes: "office" | "clock" | null;
  /** Whom the rule is left to; a committee may have its own value of what is left to committees. */
  owner: "county" | "committee" | "admin";
  /** Equal when the law leaves no choice. */
  lowest: number;
  highest: number;
  /** What counts where nobody has set anything. */
  standard: number;
  /** What counts today, for the reader's committee if it has its own value; `set` is null where nobody has set it. */
  now: { value: number; source: string; set: SetValue | null };
  /** What will count next; null where nothing was set ahead. */
  next: SetValue | null;
  /** Everything that was set, the newest first; what is still to begin is among it. */
  history: SetValue[];
  canSet: boolean;
}

interface Row extends Record<string, unknown> {
  key: RuleKey;
  owner: RuleLine["owner"];
  lowest: number;
  highest: number;
  canSet: boolean;
  history: SetValue[];
}

/** How people sign in with a second factor has its own page (admin/sign-in). */
const elsewhere = "secondFactor.";

/**
 * The rules of the reader's county with their history: for a committee's head as they stand in their committee, with
 * nothing of other committees. One statement.
 */
export function ruleSheet(ctx: Context): Promise<RuleLine[]> {
  const { actor, now } = ctx;
  requireRole(actor, "rule.read");
  const committee = actor.role === "committeeHead" ? actor.committeeId : null;
  const today = dayOf(now);
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<Row>(sql`
      select b.key, b.owner, b.lowest, b.highest, b.lowest < b.highest and concat_ws(' ', b.key, ${committee}::uuid) = any ((select app.rules_settable())::text[]) as "canSet",
        (select coalesce(jsonb_agg(jsonb_build_object('value', r.value, 'from', r.valid_from, 'source', r.source, 'by', p.name,
            'at', r.changed_at, 'isOwn', r.committee_id is not null) order by r.valid_from desc, r.changed_at desc nulls last, r.id desc), '[]')
          from rules r left join people p on p.county_id = r.county_id and p.id = r.changed_by
          where r.county_id = ${actor.countyId}::uuid and r.key = b.key and (r.committee_id is null or r.committee_id = ${committee}::uuid)) as history
      from app.rule_bounds() b where b.key not like ${`${elsewhere}%`}`);
    const found = new Map(rows.map((row) => [row.key, row]));
    return (Object.keys(ruleDefaults) as RuleKey[]).flatMap((key) => {
      const row = found.get(key);
      return row ? [lineOf(row, today)] : [];
    });
  });
}

function lineOf({ history, ...row }: Row, today: string): RuleLine {
  const set = inForce(history, today);
  const holds = set ?? ruleDefaults[row.key];
  const ahead = history.map(({ from }) => from).filter((from) => from > today);
  const next = ahead.map((day) => inForce(history, day)).findLast((one) => one !== set);
  return {
    ...row,
    unit: ruleDefaults[row.key].unit,
    passes: passesBy(row.key),
    standard: ruleDefaults[row.key].value,
    now: { value: holds.value, source: holds.source || "local", set },
    next: next ?? null,
    history,
  };
}
