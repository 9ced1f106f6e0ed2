import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { interpreterAskings, interpreters } from "@/db/schema/interpreters";
import { invitations } from "@/db/schema/invitations";
import { recusals } from "@/db/schema/panel";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { isStillGathering, substituteJob } from "./parts/free-place";
import { settleSeats } from "./parts/release-seat";
import { ownAnswer } from "./parts/write-answer";

interface Target {
  disputeId: string;
  proceedingId: string;
  recusalId: string;
}

/** Whoever was to interpret or read aloud is not needed any more; who was named stays on record. */
async function endInterpreting(
  { tx, countyId, now }: Act,
  { personId, proceedingId, foundBy }: typeof recusals.$inferSelect,
) {
  await tx
    .update(interpreters)
    .set({ endedAt: now, endedBy: sql`coalesce(${foundBy}::uuid, ${interpreters.namedBy})` })
    .where(
      and(
        eq(interpreters.countyId, countyId),
        eq(interpreters.proceedingId, proceedingId),
        eq(interpreters.personId, personId),
        isNull(interpreters.endedAt),
        sql`app.is_ahead_interpreting(interpreters)`,
      ),
    );
  await tx
    .update(interpreterAskings)
    .set({ status: "withdrawn", ...ownAnswer(now), answeredAt: null })
    .where(
      and(
        eq(interpreterAskings.countyId, countyId),
        eq(interpreterAskings.proceedingId, proceedingId),
        eq(interpreterAskings.personId, personId),
        inArray(interpreterAskings.status, ["sent", "accepted"]),
        sql`not exists (select from interpreters n where n.county_id = ${countyId}::uuid and n.asking_id = ${interpreterAskings.id} and n.ended_at is null)`,
      ),
    );
}

/**
 * What follows once somebody was found tied to a party. Seat, hours and rights went with the tie itself (app.follow_ties);
 * here the quorums are settled, the next person is asked for a helper's seat, and those concerned are told: of a helper the
 * lead, the helper and whoever sits at the same sessions; of a lead the heads, who name another. No event says what the tie is.
 */
export function settleRecusal(ctx: ActContext<SystemActor>, input: Target): Promise<{ recusalId: string }> {
  return perform(ctx, "tie.recuse", input, async (act) => {
    const { tx, countyId, now } = act;
    const one = and(eq(recusals.countyId, countyId), eq(recusals.id, input.recusalId));
    const [recusal] = await tx.select().from(recusals).where(one).for("update");
    if (!recusal) throw new Error("no such recusal");
    await tx.update(recusals).set({ followedAt: now }).where(one);
    const result = { recusalId: recusal.id };
    if (recusal.personId === proceedingOf(act).leadPersonId)
      return { result, payload: { person: recusal.personId, leadTied: true } };
    const { invitationId } = recusal;
    const [left] = invitationId
      ? await tx
          .select()
          .from(invitations)
          .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitationId)))
      : [];
    await endInterpreting(act, recusal);
    const settled = await settleSeats(act, [left?.sessionId ?? null, ...recusal.leftSessions]);
    return {
      result,
      payload: {
        ...(invitationId ? { invitation: invitationId } : {}),
        person: recusal.personId,
        force: left?.forceCode,
        leftSessions: recusal.leftSessions,
        ...settled,
      },
      jobs: left?.status === "recused" && isStillGathering(act) ? [substituteJob(left)] : [],
    };
  });
}

/** The worker's part: once for each recusal that is still open; one that ended meanwhile concerns nobody any more. */
export async function tellOfRecusal(payload: { countyId: string; recusalId: string }, now: Date): Promise<void> {
  const { countyId, recusalId } = payload;
  const actor = systemActor(countyId, "settleRecusal");
  const [recusal] = await asActor({ actor, now }, (tx) =>
    tx
      .select({ disputeId: recusals.disputeId, proceedingId: recusals.proceedingId })
      .from(recusals)
      .where(
        and(
          eq(recusals.countyId, countyId),
          eq(recusals.id, recusalId),
          isNull(recusals.endedAt),
          isNull(recusals.followedAt),
        ),
      ),
  );
  if (!recusal) return;
  try {
    await settleRecusal(actAs(actor, now, keyOf("tie.recuse", recusalId)), { ...recusal, recusalId });
  } catch (error) {
    // The proceeding has ended or gone on to another meanwhile: nobody's seat is to be filled.
    if (!(error instanceof Problem)) throw error;
  }
}
