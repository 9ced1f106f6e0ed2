import { consents, endings } from "@/db/schema/proceedings";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { dateEnd } from "../disputes/parts/move-acceptance";
import { type Released, releasePeople } from "../disputes/parts/release-people";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { dayOf } from "../kernel/shanghai";
import type { RecordRefusalInput } from "./inputs";

/**
 * One party clearly refuses: mediation stops there (人民调解法 17), the other routes are told (26), every
 * session still booked is cancelled and every invitation still waiting is withdrawn. A police case goes on to a penalty,
 * and the parties are told that they may sue (程序规定 179、185).
 */
export function recordRefusal(ctx: ActContext, input: RecordRefusalInput): Promise<Released> {
  return perform(ctx, "refusal.record", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const proceeding = proceedingOf(act);
    const of = { countyId, disputeId: dispute.id, proceedingId: proceeding.id };
    const by = ctx.actor.personId;
    const { partyId, spokenByLinkId = null, happenedOn = null } = input;
    await requireSpeakers({ tx, countyId, disputeId: dispute.id, track: proceeding.track }, [
      { partyId, linkId: spokenByLinkId, purpose: "consent", on: dayIfEarlier(happenedOn, now) },
    ]);
    if (happenedOn) await dateEnd(act, happenedOn);
    await tx.insert(consents).values({
      ...of,
      id: newId(now),
      partyId,
      spokenByLinkId,
      subject: "mediation",
      answer: "refused",
      recordedBy: by,
      recordedAt: now,
      happenedOn: dayIfEarlier(happenedOn, now),
    });
    const isPolice = proceeding.track === "publicSecurity";
    const outcome = isPolice ? ("publicSecurityToPenalty" as const) : ("refused" as const);
    await tx.insert(endings).values({
      ...of,
      outcome,
      ...(isPolice ? { failure: "unwilling" as const, failedOn: happenedOn ?? dayOf(now) } : {}),
      reason: input.reason,
      refusedByPartyId: input.partyId,
      routesTold: [...new Set(input.routesTold)],
      endedBy: by,
      endedAt: now,
      happenedOn,
    });
    const released = await releasePeople(act, input.reason);
    return {
      result: released,
      stamps: { endedAt: now, outcome },
      payload: {
        party: input.partyId,
        routes: input.routesTold,
        happenedOn,
        sessionsCancelled: released.sessions,
        invitationsWithdrawn: released.invitations,
      },
    };
  });
}
