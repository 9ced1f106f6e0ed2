import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { disputes } from "@/db/schema/disputes";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { assessRiskInput } from "./inputs";
import { riskRaised } from "./parts/raise-risk";
import { perform } from "./perform";

/** Sets the risk level with its reason; the level decides who is responsible: officer, duty leader, station head; they are told when it rises. */
export function assessRisk(ctx: ActContext, input: z.output<typeof assessRiskInput>): Promise<{ risk: string }> {
  return perform(ctx, "dispute.assessRisk", input, async ({ tx, countyId, dispute }) => {
    const { risk, riskSeen, reason } = input;
    // The gate holds the dispute locked, so the level cannot change after this.
    if (dispute.risk !== riskSeen) throw conflict("changedMeanwhile");
    await tx
      .update(disputes)
      .set({ risk, riskReason: reason })
      .where(and(eq(disputes.countyId, countyId), eq(disputes.id, dispute.id)));
    return {
      result: { risk },
      payload: { before: dispute.risk, after: risk },
      after: riskRaised(dispute.id, dispute.risk, risk),
    };
  });
}
