import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { transfers } from "@/db/schema/transfers";
import { openDispute, requireRole } from "../access/gate";
import { requireTransition } from "../disputes/lifecycle";
import { openProceeding } from "../disputes/parts/open-proceeding";
import { settleProceeding } from "../disputes/parts/settle";
import { proceedingOf } from "../disputes/perform";
import { factsOf } from "../disputes/reads/facts";
import { unmet } from "../disputes/requirements";
import { act } from "../kernel/act";
import { type PersonActor, systemActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { dayOf } from "../kernel/shanghai";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { dayOverridesOf, rulesOn } from "../rules/queries";
import type { acceptTransferInput } from "./inputs";
import { endAsTransferred } from "./parts/end-as-transferred";
import { moveGateSteps } from "./parts/move-gate-steps";
import { thisTransfer, waitingTransfer } from "./parts/transfer-of";

type AcceptInput = z.output<typeof acceptTransferInput>;
const nothing = () => Promise.resolve();

/**
 * The side a matter was offered to takes it and names its lead. The proceeding ends there as transferred, with everything it
 * had booked and asked given back, and a new one on the same track begins here: rights follow it, the record of the earlier
 * one stays with those who led it, and the new lead reads it without its private lanes. The dispute keeps its number and is
 * counted where it is now; what is still to be done on danger falls to whoever answers for it there. Refuses with transferAnswered, otherSideAnswers, officerNeeded, needs.settlementDecided and what checkLead refuses.
 */
export function acceptTransfer(
  ctx: ActContext<PersonActor>,
  input: AcceptInput,
): Promise<{ transferId: string; proceedingId: string }> {
  return act(
    ctx,
    "transfer.accept",
    input,
    (who) => requireRole(who, "transfer.accept"),
    async (tx) => {
      // Seen by whoever it was offered to; the rest is done before they have a right to the matter.
      await waitingTransfer(tx, { ...input, countyId: ctx.actor.countyId });
      const { opened, payload } = await withSystemPrivileges(tx, () => takeOver(tx, ctx, input));
      return {
        result: { transferId: input.transferId, proceedingId: opened },
        disputeId: input.disputeId,
        payload: { transferId: input.transferId, accepted: true, ...payload },
      };
    },
  );
}

async function takeOver(tx: Tx, { actor, now }: ActContext<PersonActor>, input: AcceptInput) {
  const { countyId, personId } = actor;
  const system = systemActor(countyId, "transfer");
  const [opened, rules, overrides] = await Promise.all([
    openDispute(tx, system, "transfer.accept", { disputeId: input.disputeId }, true),
    rulesOn(tx, countyId, dayOf(now)),
    dayOverridesOf(tx, countyId),
  ]);
  const act = { ...opened, tx, actor: system, now, rules, overrides, countyId };
  const before = proceedingOf(act);
  const { needs = [] } = requireTransition(before.track, "transfer.accept", before.status);
  const missing = unmet(needs, await factsOf(tx, countyId, before.id, now));
  if (missing) throw missing;
  const named = { ...input, countyId };
  const { toStationId, toCommitteeId, proceedingId, reason } = await waitingTransfer(tx, named);
  if (!toStationId || !toCommitteeId || proceedingId !== before.id) throw notFound();
  const mine = thisTransfer(named);
  // First of all: the database asks who answers, an answered offer is not withdrawn by the end, and only it lets the dispute move.
  await tx
    .update(transfers)
    .set({ isAccepted: true, answeredBy: personId, answeredAt: now, answerReason: input.note })
    .where(mine);
  const { released, stamps } = await endAsTransferred(act, personId, "");
  await settleProceeding(tx, { proceeding: before, status: "closed", now, rules, overrides, stamps }, nothing);
  // It leaves the contact point it was taken in for, and its history says why.
  await sayWhy(tx, reason);
  const there = { stationId: toStationId, committeeId: toCommitteeId, pointId: null };
  await tx
    .update(disputes)
    .set(there)
    .where(and(eq(disputes.countyId, countyId), eq(disputes.id, input.disputeId)));
  const next = await openProceeding(
    { ...act, dispute: { ...act.dispute, ...there } },
    { track: before.track, leadPersonId: input.leadPersonId, leadUnit: "", carriesOn: true },
  );
  await tx.update(transfers).set({ nextProceedingId: next.id }).where(mine);
  const steps = await moveGateSteps(tx, {
    ...there,
    countyId,
    disputeId: input.disputeId,
    leadPersonId: next.leadPersonId,
    now,
  });
  await settleProceeding(tx, { proceeding: next, status: next.status, now, rules, overrides, stamps: {} }, nothing);
  return {
    opened: next.id,
    payload: { ended: before.id, before: before.leadPersonId, after: next.leadPersonId, ...released, ...steps },
  };
}
