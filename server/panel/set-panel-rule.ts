import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { panelRules } from "@/db/schema/panel";
import { forces } from "@/db/schema/people";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { SetPanelRuleInput } from "./inputs";

/**
 * The committee's head sets what a force is asked for in one type of dispute, from a day on. Earlier days keep their
 * rules: a rule starts today or later, and only one that has not applied for a whole day yet may be replaced (its
 * earlier wording stays in the event). Refuses with ruleInPast, forceUnknown, workplaceNeeded,
 * changedMeanwhile.
 */
export function setPanelRule(
  ctx: ActContext,
  input: SetPanelRuleInput,
): Promise<{ validFrom: string; version: number }> {
  const { type, forceCode, area, validFrom, need, reason } = input;
  const { countyId, personId, committeeId } = ctx.actor;
  return act(
    ctx,
    "panel.setRule",
    input,
    (who) => requireRole(who, "panel.setRule"),
    async (tx) => {
      if (!committeeId) throw invalid("workplaceNeeded");
      if (validFrom < dayOf(ctx.now)) throw invalid("ruleInPast");
      const [force] = await tx
        .select({ code: forces.code })
        .from(forces)
        .where(and(eq(forces.countyId, countyId), eq(forces.code, forceCode), isNull(forces.disabledAt)));
      if (!force) throw invalid("forceUnknown");
      const seats = need === "none" ? 1 : input.seats;
      const said = { need, seats, reason, writtenBy: personId, writtenAt: ctx.now };
      const key = { countyId, committeeId, disputeType: type, area, forceCode, validFrom };
      const version = await write(tx, key, said, input.ruleVersion);
      return {
        result: { validFrom, version },
        payload: { committee: committeeId, type, force: forceCode, area, validFrom, need, seats, reason },
      };
    },
  );
}

type Row = typeof panelRules.$inferInsert;
type Key = Pick<Row, "countyId" | "committeeId" | "disputeType" | "area" | "forceCode" | "validFrom"> & {
  area: string;
};

/** A new rule, or another wording for the one the user saw; what somebody wrote meanwhile is not replaced. */
async function write(tx: Tx, key: Key, said: Omit<Row, keyof Key>, seen: number | null): Promise<number> {
  if (seen === null) {
    const added = await tx
      .insert(panelRules)
      .values({ ...key, ...said })
      .onConflictDoNothing()
      .returning({ version: panelRules.version });
    if (!added[0]) throw conflict("changedMeanwhile");
    return added[0].version;
  }
  const where = and(
    eq(panelRules.countyId, key.countyId),
    eq(panelRules.committeeId, key.committeeId),
    eq(panelRules.disputeType, key.disputeType),
    eq(panelRules.area, key.area),
    eq(panelRules.forceCode, key.forceCode),
    eq(panelRules.validFrom, key.validFrom),
  );
  return updateInVersion(tx, panelRules, { where, version: seen, set: said });
}
