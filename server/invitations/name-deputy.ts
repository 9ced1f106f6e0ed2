import { and, eq, inArray, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { type Act, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { NewJob } from "../kernel/jobs";
import { invalid, Problem } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { NameDeputyInput } from "./inputs";
import { answerInvitation, type Invitation } from "./parts/answer-invitation";
import { isStillGathering, substituteJob } from "./parts/free-place";
import { holdHour } from "./parts/hold-hour";
import { releaseSeats, settleSeats } from "./parts/release-seat";
import { nextAnswerBy } from "./parts/substitute-time";
import { writeInvitation } from "./parts/write-invitation";
import { type Deputy, deputiesOf } from "./reads/deputies";

async function requireDeputy({ tx, countyId }: Act, invitation: Invitation, deputyId: string): Promise<void> {
  const { personId, forceCode } = invitation;
  const found = await tx.execute<Deputy & Record<string, unknown>>(
    deputiesOf(countyId, personId, forceCode, sql`p.id = ${deputyId}::uuid`),
  );
  if (found.length === 0) throw invalid("notYourDeputy");
}

type Asked = { invitationId: string; jobs: NewJob[] } | { barred: string };

/** Asks the colleague at once, or gives the code of the reason why not. */
async function askDeputy(act: Act, left: Invitation, deputyId: string): Promise<Asked> {
  const [live] = await act.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, act.countyId),
        eq(invitations.proceedingId, proceedingOf(act).id),
        eq(invitations.personId, deputyId),
        inArray(invitations.status, ["sent", "seen", "accepted"]),
      ),
    );
  if (live) return { barred: "alreadyInvited" };
  const answerBy = await nextAnswerBy(act, left.sessionId);
  if (!answerBy) return { barred: "noTime" };
  const { forceCode, roleAsked, sessionId, isRequired, offers, sentBy } = left;
  const wanted = { forceCode, roleAsked, sessionId, isRequired, offers, sentBy };
  try {
    // All or nothing: a colleague whose hour is taken gets no invitation either.
    return await act.tx.transaction(async (tx) => {
      const within = { ...act, tx };
      const written = await writeInvitation(within, { ...wanted, personId: deputyId, answerBy, replacesId: left.id });
      await holdHour(within, { sessionId, personId: deputyId, answerBy });
      return written;
    });
  } catch (error) {
    if (error instanceof Problem) return { barred: error.code };
    throw error;
  }
}

/**
 * The invitee names a colleague of their force and unit (or their registered deputy) instead of themselves. A
 * colleague to whom the parties have agreed and whom no tie bars is asked at once; otherwise the event tells the lead
 * the reason as a code, and the system looks for the next person. The invitee learns only whether their colleague was
 * asked. Refuses with notYourDeputy.
 */
export function nameDeputy(
  ctx: ActContext,
  input: NameDeputyInput,
): Promise<{ invitationId: string; isDeputyAsked: boolean }> {
  return answerInvitation(ctx, "invitation.delegate", input, async (act, invitation) => {
    const { tx, countyId, now } = act;
    const { deputyId, note } = input;
    await requireDeputy(act, invitation, deputyId);
    await releaseSeats(act, invitation.personId, [deputyId]);
    await tx
      .update(invitations)
      .set({
        status: "declined",
        seenAt: invitation.seenAt ?? now,
        answeredAt: now,
        declineReason: "deputised",
        declineNote: note,
        deputyId,
      })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    const isAskedOn = isStillGathering(act);
    const asked: Asked = isAskedOn
      ? await withSystemPrivileges(tx, () => askDeputy(act, invitation, deputyId))
      : { barred: "notInThisStep" };
    const isAsked = "invitationId" in asked;
    const settled = isAskedOn ? {} : await settleSeats(act, [invitation.sessionId]);
    return {
      result: { invitationId: invitation.id, isDeputyAsked: isAsked },
      payload: {
        invitation: invitation.id,
        person: invitation.personId,
        force: invitation.forceCode,
        deputy: deputyId,
        ...(isAsked ? { deputyInvitation: asked.invitationId } : { deputyBarred: asked.barred }),
        ...settled,
      },
      jobs: isAsked ? asked.jobs : isAskedOn ? [substituteJob(invitation)] : [],
    };
  });
}
