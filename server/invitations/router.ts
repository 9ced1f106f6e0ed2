import * as z from "zod";
import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { acceptInvitation } from "./accept-invitation";
import { declineInvitation } from "./decline-invitation";
import {
  acceptInvitationInput,
  candidatesInput,
  declineInvitationInput,
  ownInvitationInput,
  ownInvitationsInput,
  sendInvitationInput,
  withdrawInvitationInput,
} from "./inputs";
import { boardOf, candidatesFor } from "./queries";
import { ownBrief, ownInvitation, ownInvitations, ownRecord } from "./read-own";
import { seeInvitation } from "./see-invitation";
import { sendInvitation } from "./send-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

export const invitationsRouter = router({
  board: question("dispute.read", disputeIdInput, boardOf),
  candidates: question("invitation.candidates", candidatesInput, candidatesFor),
  send: command("invitation.send", sendInvitationInput, sendInvitation),
  withdraw: command("invitation.withdraw", withdrawInvitationInput, withdrawInvitation),
  own: question("invitation.listOwn", ownInvitationsInput, ownInvitations),
  one: question("invitation.readOwn", ownInvitationInput, ownInvitation),
  brief: question("invitation.readOwn", ownInvitationInput, ownBrief),
  record: question("invitation.listOwn", z.strictObject({}), ownRecord),
  see: command("invitation.see", ownInvitationInput, seeInvitation),
  accept: command("invitation.accept", acceptInvitationInput, acceptInvitation),
  decline: command("invitation.decline", declineInvitationInput, declineInvitation),
});
