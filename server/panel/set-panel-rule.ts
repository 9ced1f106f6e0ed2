import { and, eq, isNull } from "drizzle-orm";
import { panelRules } from "@/db/schema/panel";
import { forces } from "@/db/schema/people";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { SetPanelRuleInput } from "./inputs";

/**
 * The committee's head sets what a force is asked for in one type of dispute, from a day on. Earlier days keep their
 * rules: a rule starts today or later, and only one that has not applied for a whole day yet may be replaced (its
 * earlier wording stays in the event). Refuses with ruleInPast, forceUnknown, workplaceNeeded.
 */
export function setPanelRule(ctx: ActContext, input: SetPanelRuleInput): Promise<{ validFrom: string }> {
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
      await tx
        .insert(panelRules)
        .values({ ...key, ...said })
        .onConflictDoUpdate({
          target: [
            panelRules.countyId,
            panelRules.committeeId,
            panelRules.disputeType,
            panelRules.area,
            panelRules.forceCode,
            panelRules.validFrom,
          ],
          set: said,
        });
      return {
        result: { validFrom },
        payload: { committee: committeeId, type, force: forceCode, area, validFrom, need, seats, reason },
      };
    },
  );
}
