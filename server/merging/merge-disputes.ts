import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { disputeMerges } from "@/db/schema/merges";
import type { OpenDispute } from "../access/gate";
import { higherRisk } from "../disputes/choices";
import { transitionOf } from "../disputes/lifecycle";
import { followMergedMonth } from "../disputes/parts/merged-month";
import { riskRaised } from "../disputes/parts/raise-risk";
import { releasePeople } from "../disputes/parts/release-people";
import { act } from "../kernel/act";
import { type PersonActor, systemActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import type { NewEvent } from "../kernel/events";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { dayOverridesOf, rulesOn } from "../rules/queries";
import type { mergeDisputesInput } from "./inputs";
import { addAbsorbedParties } from "./parts/add-absorbed-parties";
import { alongOf, moveAlong } from "./parts/move-along";
import { openBoth } from "./parts/open-both";
import { settleEither } from "./parts/settle-either";

type MergeInput = z.output<typeof mergeDisputesInput>;

/**
 * Two registrations are one matter: `disputeId` is absorbed, `intoDisputeId` goes on for both (本站规定; 程序规定 61: what is
 * already accepted is not registered anew). Its calls and clues go along, its parties are matched one by one, its proceeding
 * ends as merged and waits for nobody, and the month of the one that goes on counts from the earlier acceptance. What was said and written stays with it, for whoever could read it there. The database
 * decides which two may be (app.merge_obstacle); refuses with its problems, partiesUnmatched and mergeTakesNobodyOn.
 */
export function mergeDisputes(ctx: ActContext<PersonActor>, input: MergeInput): Promise<{ mergeId: string }> {
  const { actor } = ctx;
  return act(
    ctx,
    "dispute.merge",
    input,
    () => undefined,
    async (tx) => {
      const [absorbed, survivor] = await openBoth(tx, actor, "dispute.merge", [input.disputeId, input.intoDisputeId]);
      const { mergeId, after } = await withSystemPrivileges(tx, () => absorb(tx, ctx, input, { absorbed, survivor }));
      return {
        result: { mergeId },
        disputeId: input.intoDisputeId,
        payload: { mergeId, isAbsorbed: false },
        after,
      };
    },
  );
}

/** Whether a new party can come: before triage always, later where the lifecycle lets one be added. */
function mayTakeOn({ proceeding }: OpenDispute): boolean {
  return (
    !proceeding || (transitionOf(proceeding.track, "party.add")?.from ?? []).some((one) => one === proceeding.status)
  );
}

async function absorb(
  tx: Tx,
  { actor, now }: ActContext<PersonActor>,
  input: MergeInput,
  { absorbed, survivor }: { absorbed: OpenDispute; survivor: OpenDispute },
): Promise<{ mergeId: string; after: NewEvent[] }> {
  const { countyId, personId } = actor;
  const [rules, overrides] = await Promise.all([rulesOn(tx, countyId, dayOf(now)), dayOverridesOf(tx, countyId)]);
  const at = { tx, now, rules, overrides };
  const { disputeId, intoDisputeId, reason } = input;
  const { proceeding } = absorbed;
  const mergeId = newId(now);
  const along = await alongOf(tx, countyId, disputeId);
  const risk = higherRisk(survivor.dispute.risk, absorbed.dispute.risk);
  const isWorse = risk !== survivor.dispute.risk;
  // First of all: the database decides here whether they may be one, and lets nothing more come to the absorbed one.
  await tx.insert(disputeMerges).values({
    ...{ countyId, id: mergeId, disputeId, intoDisputeId, reason, ...along },
    proceedingId: proceeding?.id ?? null,
    proceedingStatus: proceeding?.status ?? null,
    riskBefore: isWorse ? survivor.dispute.risk : null,
    riskReasonBefore: isWorse ? survivor.dispute.riskReason : "",
    mergedBy: personId,
    mergedAt: now,
  });
  const system = systemActor(countyId, "merge");
  const released = proceeding ? await releasePeople({ ...absorbed, ...at, actor: system, countyId }, reason) : {};
  await settleEither(at, absorbed, { status: "closed", stamps: { endedAt: now, outcome: "merged" } });
  await moveAlong(tx, along, { countyId, from: disputeId, to: intoDisputeId });
  if (!mayTakeOn(survivor) && input.parties.some(({ intoPartyId }) => intoPartyId === null))
    throw conflict("mergeTakesNobodyOn");
  const came = await addAbsorbedParties({ ...at, countyId, mergeId, disputeId, intoDisputeId, reason }, input.parties);
  // Whether all had agreed to a longer month is known only once everybody is a party.
  await followMergedMonth(tx, { ...at, countyId }, survivor.proceeding);
  if (isWorse)
    await tx
      .update(disputes)
      .set({ risk, riskReason: absorbed.dispute.riskReason })
      .where(and(eq(disputes.countyId, countyId), eq(disputes.id, intoDisputeId)));
  await settleEither(at, survivor);
  // Without the reason: each chain is read by people who may not read the other registration.
  const event: NewEvent = {
    action: "dispute.merge",
    disputeId,
    proceedingId: proceeding?.id,
    payload: { mergeId, isAbsorbed: true, ...released, came: came.length },
  };
  return { mergeId, after: [event, ...riskRaised(intoDisputeId, survivor.dispute.risk, risk)] };
}
