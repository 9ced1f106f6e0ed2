import { disputeIdInput } from "../disputes/inputs";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { acceptInvitation } from "./accept-invitation";
import { declineInvitation } from "./decline-invitation";
import { discloseTie } from "./disclose-tie";
import {
  acceptInvitationInput,
  candidatesInput,
  declineInvitationInput,
  discloseTieInput,
  leaveSessionInput,
  nameDeputyInput,
  ownInvitationInput,
  ownInvitationsInput,
  proposeTimesInput,
  recordAnswerInput,
  sendInvitationInput,
  withdrawInvitationInput,
} from "./inputs";
import { leaveSession } from "./leave-session";
import { nameDeputy } from "./name-deputy";
import { proposeTimes } from "./propose-times";
import { boardOf, candidatesFor } from "./reads/board";
import { ownDeputies } from "./reads/deputies";
import { ownBrief, ownInvitation, ownInvitations, waitingInvitations } from "./reads/own";
import { recordAnswer } from "./record-answer";
import { seeInvitation } from "./see-invitation";
import { sendInvitation } from "./send-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

export const invitationsRouter = router({
  board: question("dispute.read", disputeIdInput, boardOf),
  candidates: question("invitation.candidates", candidatesInput, candidatesFor),
  send: command("invitation.send", sendInvitationInput, sendInvitation),
  withdraw: command("invitation.withdraw", withdrawInvitationInput, withdrawInvitation),
  own: question("invitation.listOwn", ownInvitationsInput, ownInvitations),
  badge: question("invitation.listOwn", nothing, waitingInvitations),
  one: question("invitation.readOwn", ownInvitationInput, ownInvitation),
  brief: question("invitation.readOwn", ownInvitationInput, ownBrief),
  recordAnswer: command("invitation.recordAnswer", recordAnswerInput, recordAnswer),
  see: command("invitation.see", ownInvitationInput, seeInvitation),
  accept: command("invitation.accept", acceptInvitationInput, acceptInvitation),
  decline: command("invitation.decline", declineInvitationInput, declineInvitation),
  leaveSession: command("invitation.leaveSession", leaveSessionInput, leaveSession),
  propose: command("invitation.propose", proposeTimesInput, proposeTimes),
  deputies: question("invitation.readOwn", ownInvitationInput, ownDeputies),
  delegate: command("invitation.delegate", nameDeputyInput, nameDeputy),
  disclose: command("invitation.disclose", discloseTieInput, discloseTie),
});
