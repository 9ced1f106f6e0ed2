import { command, question, router } from "../trpc/init";
import { draftAgreement } from "./draft-agreement";
import {
  agreementQuery,
  committeeInput,
  draftAgreementInput,
  renegotiateInput,
  sendToSignInput,
  signAgreementInput,
  takeEffectInput,
  withdrawAgreementInput,
} from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { readCommitteeOverview } from "./reads/committee-overview";
import { renegotiateAgreement } from "./renegotiate-agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";
import { takeEffect } from "./take-effect";
import { withdrawAgreement } from "./withdraw-agreement";

export const agreementsRouter = router({
  ofDispute: question("dispute.read", agreementQuery, agreementOfDispute),
  committeeOverview: question("committee.read", committeeInput, readCommitteeOverview),
  draft: command("agreement.draft", draftAgreementInput, draftAgreement),
  sendToSign: command("agreement.sendToSign", sendToSignInput, sendToSign),
  withdraw: command("agreement.withdraw", withdrawAgreementInput, withdrawAgreement),
  sign: command("agreement.sign", signAgreementInput, signAgreement),
  seal: command("agreement.seal", takeEffectInput, sealAgreement),
  takeEffect: command("agreement.takeEffect", takeEffectInput, takeEffect),
  renegotiate: command("agreement.renegotiate", renegotiateInput, renegotiateAgreement),
});
