import { disputeIdInput } from "../disputes/inputs";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { draftAgreement } from "./draft-agreement";
import {
  agreementQuery,
  committeeInput,
  draftAgreementInput,
  renegotiateInput,
  sendToSignInput,
  setClausesInput,
  signAgreementInput,
  takeEffectInput,
  withdrawAgreementInput,
} from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { clauseSheet } from "./reads/clause-sheet";
import { readCommitteeOverview } from "./reads/committee-overview";
import { offeredClauses } from "./reads/offered-clauses";
import { renegotiateAgreement } from "./renegotiate-agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { setClauses } from "./set-clauses";
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
  offeredClauses: question("agreement.draft", disputeIdInput, offeredClauses),
  clauseSheet: question("draftingTemplate.read", nothing, clauseSheet),
  setClauses: command("draftingTemplate.set", setClausesInput, setClauses),
  renegotiate: command("agreement.renegotiate", renegotiateInput, renegotiateAgreement),
});
