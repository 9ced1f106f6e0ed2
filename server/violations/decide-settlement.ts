import { and, eq, isNull, sql } from "drizzle-orm";
import { endings } from "@/db/schema/proceedings";
import { settlementApplications } from "@/db/schema/violations";
import { type Done, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DecideSettlementInput } from "./inputs";

type Decided = { proceedingEnded: boolean };

/**
 * The station's head approves or refuses, once and with a reason. Approved, the police proceeding ends without a penalty
 * and everything still booked for it is released; refused, it goes on (程序规定 186；治安管理处罚法 9).
 */
export function decideSettlement(ctx: ActContext, input: DecideSettlementInput): Promise<Decided> {
  return perform(ctx, "settlement.decide", input, async (act): Promise<Done<Decided>> => {
    const { tx, countyId, dispute, now, actor } = act;
    const proceeding = proceedingOf(act);
    const { applicationId, isApproved, reason } = input;
    const here = and(
      eq(settlementApplications.countyId, countyId),
      eq(settlementApplications.proceedingId, proceeding.id),
      eq(settlementApplications.id, applicationId),
    );
    const [decided] = await tx
      .update(settlementApplications)
      .set({ isApproved, decisionReason: reason, decidedBy: actor.personId, decidedAt: now })
      .where(and(here, isNull(settlementApplications.decidedAt)))
      .returning({ id: settlementApplications.id });
    if (!decided) {
      const [there] = await tx.select({ id: settlementApplications.id }).from(settlementApplications).where(here);
      throw there ? conflict("alreadyDecided") : notFound();
    }
    const payload = { applicationId, approved: isApproved, reason };
    if (!isApproved) return { result: { proceedingEnded: false }, payload };
    await tx.insert(endings).values({
      countyId,
      proceedingId: proceeding.id,
      disputeId: dispute.id,
      outcome: "publicSecuritySettled",
      reason,
      endedBy: actor.personId,
      endedAt: now,
    });
    await tx.execute(sql`select app.release_settled(${countyId}::uuid, ${proceeding.id}::uuid, ${reason})`);
    return {
      result: { proceedingEnded: true },
      payload: { ...payload, outcome: "publicSecuritySettled" },
      to: "closed",
      stamps: { endedAt: now, outcome: "publicSecuritySettled" },
    };
  });
}
