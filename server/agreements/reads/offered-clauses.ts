import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { TemplateClause } from "../choices";
import { clausesOn } from "../parts/clauses-on";

/** The clauses that whoever drafts may begin with: of the proceeding's committee, for the type of the dispute, as they are today. */
export function offeredClauses(ctx: Context, { disputeId }: { disputeId: string }): Promise<readonly TemplateClause[]> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding } = await readDispute(tx, actor, "agreement.draft", disputeId);
    if (!proceeding) return [];
    const { countyId } = actor;
    return clausesOn(tx, { countyId, committeeId: proceeding.committeeId, type: dispute.type, day: dayOf(now) });
  });
}
