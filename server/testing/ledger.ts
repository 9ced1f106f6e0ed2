import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { dayOf } from "../kernel/shanghai";
import { correctPerformance } from "../performance/correct-performance";
import type { RecordBreachInput, RecordPerformanceInput, WaivePerformanceInput } from "../performance/inputs";
import { performanceOfDispute } from "../performance/reads/ledger";
import { recordBreach } from "../performance/record-breach";
import { recordPerformance } from "../performance/record-performance";
import { waivePerformance } from "../performance/waive-performance";
import type { Agreed } from "./agreements";
import type { TestCounty } from "./county";

/** Acts on the ledger of an agreement as its lead, today. The county is asked for when they act. */
export function ledgerActs(county: () => TestCounty) {
  const today = dayOf(new Date());
  const page = (agreed: Agreed) => performanceOfDispute(county().as("mediator"), agreed);
  const clauseOf = async (agreed: Agreed, index = 0) => {
    const clause = (await page(agreed)).obligations[index];
    if (!clause) throw new Error("no clause");
    return clause;
  };
  const pays = (
    agreed: Agreed,
    obligationId = "",
    amountFen: number | null = null,
    over: Partial<RecordPerformanceInput> = {},
  ) =>
    recordPerformance(county().as("mediator"), {
      disputeId: agreed.disputeId,
      obligationId,
      partyId: agreed.parties[1] ?? "",
      amountFen,
      performedOn: today,
      proof: "receipt",
      proofNote: "收条 003 号",
      ...over,
    });
  const waives = (
    agreed: Agreed,
    obligationId = "",
    amountFen: number | null = null,
    over: Partial<WaivePerformanceInput> = {},
  ) =>
    waivePerformance(county().as("mediator"), {
      disputeId: agreed.disputeId,
      obligationId,
      partyId: agreed.parties[1] ?? "",
      obligeePartyId: agreed.parties[0] ?? "",
      byLinkId: null,
      means: "sign",
      amountFen,
      waivedOn: today,
      proof: "mutualConfirmation",
      proofNote: "当面说清，写了条子",
      ...over,
    });
  const corrects = (agreed: Agreed, entryId: string) =>
    correctPerformance(county().as("mediator"), {
      disputeId: agreed.disputeId,
      entryId,
      foundOn: today,
      reason: "记到别人的案子上了",
    });
  const breaches = (agreed: Agreed, obligationId = "", over: Partial<RecordBreachInput> = {}) =>
    recordBreach(county().as("mediator"), {
      disputeId: agreed.disputeId,
      obligationId,
      partyId: agreed.parties[1] ?? "",
      breachedOn: today,
      note: "到期没付，说没钱",
      remediesTold: ["confirmation", "suit"],
      ...over,
    });
  const ends = (agreed: Agreed, outcome: string) =>
    endProceeding(
      county().as("mediator"),
      endProceedingInput.parse({
        disputeId: agreed.disputeId,
        outcome,
        reason: "催了三次都没有付",
        routesTold: ["court"],
      }),
    );
  const lastEvent = async ({ disputeId }: Agreed, action: string) => {
    const [event] = await database().execute<{ payload: string }>(
      sql`select payload from events where chain = ${disputeId}::uuid and action = ${action} order by seq desc limit 1`,
    );
    return JSON.parse(event?.payload ?? "{}") as Record<string, unknown>;
  };
  const statusOf = async (agreed: Agreed) => (await page(agreed)).proceeding?.status;
  return { today, page, clauseOf, pays, waives, corrects, breaches, ends, lastEvent, statusOf };
}
