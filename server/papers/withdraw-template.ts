import { and, eq, isNull, sql } from "drizzle-orm";
import { paperTemplates } from "@/db/schema/templates";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { WithdrawTemplateInput } from "./inputs";
import { ownTemplates } from "./parts/own-templates";

/** Ends the use of an own template; the one before it, the county's or ours takes its place. Refuses with notFound and templateWithdrawn. */
export function withdrawTemplate(ctx: ActContext, input: WithdrawTemplateInput): Promise<{ templateId: string }> {
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  const { templateId, reason } = input;
  return act(
    ctx,
    "paperTemplate.withdraw",
    input,
    (who) => requireRole(who, "paperTemplate.withdraw"),
    async (tx) => {
      const { committeeId } = ownTemplates(actor);
      const own = and(
        eq(paperTemplates.countyId, countyId),
        eq(paperTemplates.id, templateId),
        sql`${paperTemplates.committeeId} is not distinct from ${committeeId}::uuid`,
      );
      const [found] = await tx.select().from(paperTemplates).where(own);
      if (!found) throw notFound();
      const withdrawn = await tx
        .update(paperTemplates)
        .set({ withdrawnBy: personId, withdrawnAt: now, withdrawnReason: reason })
        .where(and(own, isNull(paperTemplates.withdrawnAt)));
      if (withdrawn.count === 0) throw conflict("templateWithdrawn");
      return { result: { templateId }, payload: { templateId, kind: found.kind, reason } };
    },
  );
}
