import { draftingTemplates } from "@/db/schema/templates";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { forbidden, invalid } from "../kernel/problem";
import { checkValidFrom } from "../rules/check-valid-from";
import type { SetClausesInput } from "./inputs";

/**
 * Says with which clauses a committee begins agreements about a type of dispute, from a day on; drafts and agreements that are
 * there keep theirs. Refuses with ruleInPast, ruleTooFar, and
 * templatePaysOther where a payment does not go from one side to the other.
 */
export function setClauses(ctx: ActContext, input: SetClausesInput): Promise<{ templateId: string }> {
  const { actor, now } = ctx;
  const { countyId, personId, committeeId } = actor;
  return act(
    ctx,
    "draftingTemplate.set",
    input,
    (who) => requireRole(who, "draftingTemplate.set"),
    async (tx) => {
      if (!committeeId) throw forbidden();
      const { type, clauses, validFrom } = input;
      checkValidFrom(validFrom, now);
      if (clauses.some(paysItself)) throw invalid("templatePaysOther");
      const templateId = newId(now);
      const row = { countyId, id: templateId, committeeId, type, clauses, validFrom };
      await tx.insert(draftingTemplates).values({ ...row, setBy: personId, setAt: now });
      return { result: { templateId }, payload: { templateId, type, clauses: JSON.stringify(clauses), validFrom } };
    },
  );
}

const paysItself = ({ kind, obligor, obligee }: SetClausesInput["clauses"][number]): boolean =>
  kind === "pay" && (obligee === null || obligee === obligor || obligor === "everyone" || obligee === "everyone");
