import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import { afterOfficeHours, isOfficeTime } from "../rules/office-hours";
import type { SendInvitationInput } from "./inputs";
import { writeInvitation } from "./parts/write-invitation";

/**
 * Asks a member of a force to help. The invitation freezes the neutral summary and the parties' names;
 * it holds nothing else of the dispute. It lapses by itself at `answerBy` (ISO),
 * which is in office hours; refuses with outsideOfficeHours.
 */
export function sendInvitation(
  ctx: ActContext,
  input: SendInvitationInput,
): Promise<{ invitationId: string; answerBy: string }> {
  return perform(ctx, "invitation.send", input, async (act) => {
    const { personId, forceCode, roleAsked, replacesId } = input;
    if (input.answerBy && !isOfficeTime(new Date(input.answerBy), act)) throw invalid("outsideOfficeHours");
    const answerBy = input.answerBy
      ? new Date(input.answerBy)
      : afterOfficeHours(act.now, act.rules["invitation.answerHours"], act);
    const { invitationId, jobs } = await writeInvitation(act, {
      personId,
      forceCode,
      roleAsked,
      answerBy,
      replacesId,
      sessionId: null,
      isRequired: true,
      offers: [],
    });
    const payload = {
      invitation: invitationId,
      person: personId,
      force: forceCode,
      answerBy: answerBy.toISOString(),
      replaces: replacesId,
    };
    return { result: { invitationId, answerBy: answerBy.toISOString() }, payload, jobs };
  });
}
