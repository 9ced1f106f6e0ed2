import { and, eq } from "drizzle-orm";
import { invitations, type ProposedTime } from "@/db/schema/invitations";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import type { ProposeTimesInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";

const longestHours = 12;
const hour = 3_600_000;

/** Earliest first, none twice, each still to come and within the county's window. */
function checkTimes(times: readonly ProposedTime[], now: Date, windowDays: number): ProposedTime[] {
  const until = now.getTime() + windowDays * 24 * hour;
  const spans = new Map<string, ProposedTime>();
  for (const { startsAt, endsAt } of times) {
    const [start, end] = [new Date(startsAt), new Date(endsAt)];
    if (start >= end || end.getTime() - start.getTime() > longestHours * hour) throw invalid("startBeforeEnd");
    if (start <= now) throw conflict("sessionInPast");
    if (start.getTime() > until) throw conflict("sessionTooFar", { days: windowDays });
    const span = { startsAt: start.toISOString(), endsAt: end.toISOString() };
    spans.set(`${span.startsAt} ${span.endsAt}`, span);
  }
  return [...spans.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/**
 * The invitee proposes up to five other times; the invitation stays waiting and the lead sees the times on the board.
 * A second proposal replaces the first. Refuses with startBeforeEnd, sessionInPast, sessionTooFar.
 */
export function proposeTimes(ctx: ActContext, input: ProposeTimesInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.propose", input, async ({ tx, countyId, now, rules }, invitation) => {
    const proposals = checkTimes(input.times, now, rules["convening.windowDays"]);
    const seen = { status: "seen" as const, seenAt: invitation.seenAt ?? now };
    await tx
      .update(invitations)
      .set({ ...seen, proposals, proposalNote: input.note, proposedAt: now })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    return {
      result: { invitationId: invitation.id },
      payload: {
        invitation: invitation.id,
        person: invitation.personId,
        force: invitation.forceCode,
        times: proposals.map((time) => time.startsAt),
      },
    };
  });
}
