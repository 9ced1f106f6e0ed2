import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { people } from "@/db/schema/people";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid, notFound } from "../kernel/problem";
import type { RecordAnswerInput } from "./inputs";
import type { Invitation } from "./parts/answer-invitation";
import { type Given, writeAcceptance, writeRefusal } from "./parts/write-answer";

type Status = Invitation["status"];
/** As for whoever signs in: a no may follow a yes. */
const open: Record<RecordAnswerInput["answer"], readonly Status[]> = {
  accepted: ["sent", "seen"],
  declined: ["sent", "seen", "accepted"],
};

async function openInvitation(act: Act, { invitationId, answer }: RecordAnswerInput): Promise<Invitation> {
  const { tx, countyId, now } = act;
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.id, invitationId),
        eq(invitations.proceedingId, proceedingOf(act).id),
      ),
    )
    .for("update");
  if (!invitation) throw notFound();
  if (!open[answer].includes(invitation.status)) throw conflict("invitationClosed", { status: invitation.status });
  const isLate = invitation.status !== "accepted" && invitation.answerBy <= now;
  if (isLate) throw conflict("invitationClosed", { status: "expired" });
  return invitation;
}

/** When it was said, how, and by whom: after they were asked, and not in the future. Without a name it was the invitee. */
async function givenBy(act: Act, enteredBy: string, invitation: Invitation, input: RecordAnswerInput): Promise<Given> {
  const { tx, countyId, now } = act;
  const answeredAt = new Date(input.saidAt);
  if (answeredAt > now) throw invalid("notHappenedYet");
  if (answeredAt < invitation.sentAt) throw invalid("saidBeforeAsked");
  const [invitee] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.countyId, countyId), eq(people.id, invitation.personId)));
  const saidBy = input.saidBy || invitee?.name || "";
  return { answeredAt, spokenMeans: input.means, saidBy, enteredBy, enteredAt: now };
}

/**
 * Enters an answer that an invitee gave by telephone or in person, with who said it and when (ISO instant). It has the
 * effect of their own answer and is refused like it; the invitee is told of it, so that nothing is said in their name
 * behind their back. Refuses with notHappenedYet and saidBeforeAsked too.
 */
export function recordAnswer(ctx: ActContext, input: RecordAnswerInput): Promise<{ invitationId: string }> {
  return perform(ctx, "invitation.recordAnswer", input, async (act) => {
    const invitation = await openInvitation(act, input);
    const given = await givenBy(act, ctx.actor.personId, invitation, input);
    const { reason, note } = input;
    if (input.answer === "declined" && !reason) throw invalid("reasonNeeded");
    const done =
      input.answer === "declined" && reason
        ? await writeRefusal(act, invitation, { reason, note }, given)
        : await writeAcceptance(act, invitation, input, given);
    const said = { answer: input.answer, means: input.means, saidBy: given.saidBy, saidAt: input.saidAt };
    return { ...done, payload: { ...done.payload, ...said } };
  });
}
