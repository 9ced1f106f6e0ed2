import { peekLink } from "../access/link-entry";
import { acceptInvitation } from "../invitations/accept-invitation";
import { declineInvitation } from "../invitations/decline-invitation";
import { discloseTie } from "../invitations/disclose-tie";
import {
  acceptAnswer,
  declineAnswer,
  deputyAnswer,
  discloseAnswer,
  leaveAnswer,
  proposeAnswer,
} from "../invitations/inputs";
import { leaveSession } from "../invitations/leave-session";
import { nameDeputy } from "../invitations/name-deputy";
import { proposeTimes } from "../invitations/propose-times";
import { sealedByLink } from "../sealed-papers/queries";
import { refusalInput } from "../signing/inputs";
import { refuseByLink } from "../signing/refuse-by-link";
import { signByLink } from "../signing/sign-by-link";
import { drawnSignature } from "../strokes/inputs";
import { linkAnswer, linkEntry, linkQuestion } from "../trpc/by-link";
import { command, router } from "../trpc/init";
import { answerVisit, ofSigning, orAnswerAsking } from "./answer-visit";
import { invitationLinkInput, openLinkInput, peekLinkInput, visitCalendarInput } from "./inputs";
import { makeLink } from "./make-link";
import { openLink } from "./open-link";
import { ofSigner } from "./parts/of-signer";
import { visited, visitedCalendar, visitedDeputies } from "./queries";
import { revokeLink } from "./revoke-link";

/** The entry for people without an account, and the lead team's acts that make and revoke links. */
export const linksRouter = router({
  make: command("invitation.makeLink", invitationLinkInput, makeLink),
  revoke: command("invitation.revokeLink", invitationLinkInput, revokeLink),
  peek: linkEntry(peekLinkInput, ({ token }, address, now) => peekLink(token, address, now)),
  open: linkEntry(openLinkInput, openLink),
  read: linkQuestion(visited),
  deputies: linkQuestion(visitedDeputies),
  sealedPaper: linkQuestion((visit) => sealedByLink(ofSigner(visit))),
  calendar: linkQuestion(visitedCalendar, visitCalendarInput),
  accept: linkAnswer(
    acceptAnswer,
    orAnswerAsking(answerVisit(acceptInvitation, true), ({ startsAt }) => ({ is: "yes", startsAt: startsAt ?? "" })),
  ),
  decline: linkAnswer(
    declineAnswer,
    orAnswerAsking(answerVisit(declineInvitation, true), (no) => ({ is: "no", ...no })),
  ),
  delegate: linkAnswer(deputyAnswer, answerVisit(nameDeputy, true)),
  propose: linkAnswer(
    proposeAnswer,
    orAnswerAsking(answerVisit(proposeTimes, false), (times) => ({ is: "otherTimes", ...times })),
  ),
  disclose: linkAnswer(discloseAnswer, answerVisit(discloseTie, false)),
  leave: linkAnswer(leaveAnswer, answerVisit(leaveSession, false)),
  sign: linkAnswer(drawnSignature, ofSigning(signByLink)),
  refuse: linkAnswer(refusalInput, ofSigning(refuseByLink)),
});
