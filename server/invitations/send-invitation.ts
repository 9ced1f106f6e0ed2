import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { SendInvitationInput } from "./inputs";
import { writeInvitation } from "./parts/write-invitation";

/**
 * Asks a member of a force to help. The invitation freezes the neutral summary and the parties' names;
 * it holds nothing else of the dispute. It lapses by itself at `answerBy` (ISO).
 */
export function sendInvitation(
  ctx: ActContext,
  input: SendInvitationInput,
): Promise<{ invitationId: string; answerBy: string }> {
  return perform(ctx, "invitation.send", input, async (act) => {
    const { personId, forceCode, roleAsked, replacesId } = input;
    const answerBy = input.answerBy
      ? new Date(input.answerBy)
      : new Date(act.now.getTime() + act.rules["invitation.answerHours"] * 3_600_000);
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
