import { and, eq, isNull, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { disputeMerges } from "@/db/schema/merges";
import { proceedings } from "@/db/schema/proceedings";
import type { OpenDispute } from "../access/gate";
import { followMergedMonth } from "../disputes/parts/merged-month";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { dayOverridesOf, rulesOn } from "../rules/queries";
import type { undoMergeInput } from "./inputs";
import { moveAlong } from "./parts/move-along";
import { openBoth } from "./parts/open-both";
import { settleEither } from "./parts/settle-either";

type UndoInput = z.output<typeof undoMergeInput>;
type MergeRow = typeof disputeMerges.$inferSelect;

/**
 * They were two matters after all: both registrations are as they were, with what went along back under its own, what waited for
 * an answer asked again while there is time, and whoever came only by the merge gone again. What was added since stays where it
 * was added. Refused once something that binds was done since (mergeBinds), where nobody is left to lead what comes back
 * (mergeLeadGone), and a second time (mergeUndone).
 */
export function withdrawMerge(ctx: ActContext<PersonActor>, input: UndoInput): Promise<{ mergeId: string }> {
  const { actor } = ctx;
  return act(
    ctx,
    "dispute.unmerge",
    input,
    () => undefined,
    async (tx) => {
      const merge = await withSystemPrivileges(tx, () => mergeOf(tx, actor.countyId, input));
      const [absorbed, survivor] = await openBoth(tx, actor, "dispute.unmerge", [merge.disputeId, merge.intoDisputeId]);
      if (merge.undoneAt) throw conflict("mergeUndone");
      await withSystemPrivileges(tx, () => separate(tx, ctx, input, { merge, absorbed, survivor }));
      const payload = { mergeId: merge.id };
      return {
        result: { mergeId: merge.id },
        disputeId: merge.intoDisputeId,
        payload: { ...payload, isAbsorbed: false },
        after: [
          {
            action: "dispute.unmerge",
            disputeId: merge.disputeId,
            proceedingId: merge.proceedingId,
            payload: { ...payload, isAbsorbed: true },
          },
        ],
      };
    },
  );
}

/** The merge of either registration; whether the actor may know of it, the gate decides by both. */
async function mergeOf(tx: Tx, countyId: string, { mergeId, disputeId }: UndoInput): Promise<MergeRow> {
  const [merge] = await tx
    .select()
    .from(disputeMerges)
    .where(and(eq(disputeMerges.countyId, countyId), eq(disputeMerges.id, mergeId)));
  if (!merge || (merge.disputeId !== disputeId && merge.intoDisputeId !== disputeId)) throw notFound();
  return merge;
}

async function separate(
  tx: Tx,
  { actor, now }: ActContext<PersonActor>,
  { reason }: UndoInput,
  { merge, absorbed, survivor }: { merge: MergeRow; absorbed: OpenDispute; survivor: OpenDispute },
): Promise<void> {
  const { countyId, personId } = actor;
  const [rules, overrides] = await Promise.all([rulesOn(tx, countyId, dayOf(now)), dayOverridesOf(tx, countyId)]);
  const at = { tx, now, rules, overrides };
  // First of all: the database decides here whether it can still be undone.
  await tx
    .update(disputeMerges)
    .set({ undoneReason: reason, undoneBy: personId, undoneAt: now })
    .where(and(eq(disputeMerges.countyId, countyId), eq(disputeMerges.id, merge.id), isNull(disputeMerges.undoneAt)));
  await moveAlong(tx, merge, { countyId, from: merge.intoDisputeId, to: merge.disputeId });
  await followMergedMonth(tx, { ...at, countyId }, survivor.proceeding);
  await takeUpAgain(tx, merge, absorbed, now);
  await askAgain(tx, countyId, merge, now);
  await settleEither(at, absorbed, { status: merge.proceedingStatus ?? undefined });
  await leaveAgain(tx, { countyId, merge, personId, reason, now });
  if (merge.riskBefore)
    await tx
      .update(disputes)
      .set({ risk: merge.riskBefore, riskReason: merge.riskReasonBefore })
      .where(
        and(
          eq(disputes.countyId, countyId),
          eq(disputes.id, merge.intoDisputeId),
          // Somebody may have weighed it anew since.
          eq(disputes.risk, absorbed.dispute.risk),
          eq(disputes.riskReason, absorbed.dispute.riskReason),
        ),
      );
  await settleEither(at, survivor);
}

/** The proceeding goes on where it was; the step is a placeholder that the constraints ask for, until it is worked out anew. */
async function takeUpAgain(tx: Tx, merge: MergeRow, { proceeding }: OpenDispute, now: Date): Promise<void> {
  if (!proceeding || !merge.proceedingStatus) return;
  await tx
    .update(proceedings)
    .set({
      ...{ endedAt: null, outcome: null, status: merge.proceedingStatus },
      ...{ nextStep: "triage", nextOwnerId: proceeding.leadPersonId, nextDueAt: now },
    })
    .where(and(eq(proceedings.countyId, proceeding.countyId), eq(proceedings.id, proceeding.id)));
}

/** Whoever was being asked is asked again, while there is time to answer. */
async function askAgain(tx: Tx, countyId: string, merge: MergeRow, now: Date): Promise<void> {
  await tx.execute(sql`
    update invitations i set status = case when i.seen_at is null then 'sent'::invitation_status else 'seen' end
    where i.county_id = ${countyId}::uuid and i.id = any (${`{${merge.invitationIds.join(",")}}`}::uuid[])
      and i.status = 'withdrawn' and i.answer_by > ${now.toISOString()}::timestamptz`);
}

/** Whoever became a party by the merge alone is none any more; what they said since stays readable. */
async function leaveAgain(
  tx: Tx,
  on: { countyId: string; merge: MergeRow; personId: string; reason: string; now: Date },
): Promise<void> {
  const { countyId, merge, personId, reason, now } = on;
  await tx.execute(sql`
    insert into party_exits (county_id, id, dispute_id, party_id, kind, happened_on, reason, recorded_by, recorded_at)
    select m.county_id, gen_random_uuid(), m.into_dispute_id, m.into_party_id, 'left', ${dayOf(now)}::date, ${reason}, ${personId}::uuid,
      ${now.toISOString()}::timestamptz
    from dispute_merge_parties m join app.readable_parties p on p.county_id = m.county_id and p.id = m.into_party_id and not p.is_departed
    where m.county_id = ${countyId}::uuid and m.merge_id = ${merge.id}::uuid and m.is_carried`);
}
