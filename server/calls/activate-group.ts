import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { policeCalls, repeatGroups } from "@/db/schema/calls";
import { requireRole } from "../access/gate";
import { askedAtRegistration } from "../disputes/inputs";
import { withCallersPhones } from "../disputes/parts/callers-phones";
import { decideTrack } from "../disputes/parts/decide-track";
import { lookForRelapse } from "../disputes/parts/look-for-relapse";
import { performWithin } from "../disputes/perform";
import { belongings, insertDispute, registered } from "../disputes/register-dispute";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { appendEvent } from "../kernel/events";
import { conflict, notFound } from "../kernel/problem";
import type { ActivateGroupInput } from "./inputs";

type GroupRow = typeof repeatGroups.$inferSelect;

/** The group, locked, if it can still be activated. */
async function openGroup(tx: Tx, countyId: string, groupId: string): Promise<GroupRow> {
  const [group] = await tx
    .select()
    .from(repeatGroups)
    .where(and(eq(repeatGroups.countyId, countyId), eq(repeatGroups.id, groupId)))
    .for("update");
  if (!group) throw notFound();
  if (group.activatedAt) throw conflict("alreadyActivated");
  if (group.disputeId) throw conflict("groupHasDispute");
  return group;
}

/**
 * The station head starts 1+8+N on a group of repeated calls, with a reason: a dispute with its calls, the answers of
 * triage and a proceeding with its lead, all or nothing (S3). If the gate bars the track, nothing is written.
 */
export function activateGroup(
  ctx: ActContext,
  input: ActivateGroupInput,
): Promise<{ disputeId: string; proceedingId: string | null; number: string }> {
  const { actor, now } = ctx;
  const { groupId, reason, answers, track, overrideReason, leadPersonId, leadUnit, ...facts } = input;
  return act(
    ctx,
    "group.activate",
    input,
    (who) => requireRole(who, "group.activate"),
    async (tx) => {
      const group = await openGroup(tx, actor.countyId, groupId);
      const calls = await tx
        .select({ id: policeCalls.id })
        .from(policeCalls)
        .where(
          and(
            eq(policeCalls.countyId, actor.countyId),
            eq(policeCalls.groupId, group.id),
            isNull(policeCalls.disputeId),
          ),
        );
      const callIds = calls.map((call) => call.id);
      const intake = {
        ...facts,
        parties: await withCallersPhones(tx, actor.countyId, { parties: facts.parties, callIds }),
        asked: askedAtRegistration.strip().parse(answers),
        source: "policeCall" as const,
        referredBy: "",
        referralNumber: "",
        callIds,
        clueId: null,
      };
      const its = await belongings(tx, actor, now, intake.relapseOf);
      const { disputeId, number, written, after } = insertDispute(tx, actor, intake, now, its);
      await written;
      await tx
        .update(repeatGroups)
        .set({ activatedAt: now, activatedBy: actor.personId, activationReason: reason, disputeId })
        .where(and(eq(repeatGroups.countyId, actor.countyId), eq(repeatGroups.id, group.id)));
      await appendEvent(tx, actor, now, { action: "dispute.register", disputeId, payload: registered(intake, number) });
      const decision = { track, notAcceptedReason: null, overrideReason, leadPersonId, leadUnit };
      const triage = { disputeId, answers, ...decision };
      const { proceedingId } = await performWithin(tx, ctx, "dispute.triage", triage, decideTrack);
      return {
        result: { disputeId, proceedingId, number },
        disputeId,
        payload: { groupId, calls: calls.length, track },
        after,
        jobs: intake.relapseOf ? [] : [lookForRelapse(actor.countyId, "dispute", disputeId)],
      };
    },
  );
}
