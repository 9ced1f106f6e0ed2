import { audited, searchOf } from "../kernel/audit";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { addHeir } from "./add-heir";
import { addParty } from "./add-party";
import { addPartyLink } from "./add-party-link";
import { amendParty } from "./amend-party";
import { answerGate } from "./answer-gate";
import { answerHeir } from "./answer-heir";
import { archiveProceeding } from "./archive-proceeding";
import { assessRisk } from "./assess-risk";
import { attachCall } from "./attach-call";
import { closeProceeding } from "./close-proceeding";
import { correctDispute } from "./correct-dispute";
import { endPartyLink } from "./end-party-link";
import { endProceeding } from "./end-proceeding";
import {
  addHeirInput,
  addPartyInput,
  addPartyLinkInput,
  amendPartyInput,
  answerGateInput,
  answerHeirInput,
  archiveProceedingInput,
  assessRiskInput,
  attachCallInput,
  closeProceedingInput,
  correctDisputeInput,
  disputeIdInput,
  endPartyLinkInput,
  endProceedingInput,
  exportListInput,
  listDisputesInput,
  looseCallsInput,
  recordGateStepInput,
  recordPartyExitInput,
  registerDisputeInput,
  reopenDisputeInput,
  revealContactInput,
  setSummaryInput,
  similarInput,
  splitPartyInput,
  takeOverInput,
  timelineInput,
  todayInput,
  tracksInput,
  triageDisputeInput,
  withdrawPartyExitInput,
} from "./inputs";
import { leadChoices, looseCalls, pointChoices } from "./reads/choices";
import { disputeById } from "./reads/dispute";
import { exportList } from "./reads/export-list";
import { gateOf, offeredTracks } from "./reads/gate";
import { gateHistoryOf } from "./reads/gate-history";
import { listDisputes } from "./reads/list";
import { openGateSteps } from "./reads/open-gate-steps";
import { similarDisputes } from "./reads/similar";
import { disputeTimeline } from "./reads/timeline";
import { overdueOf, todayOf } from "./reads/today";
import { recordGateStep } from "./record-gate-step";
import { recordPartyExit } from "./record-party-exit";
import { registerDispute } from "./register-dispute";
import { reopenDispute } from "./reopen-dispute";
import { revealContact } from "./reveal-contact";
import { setSummary } from "./set-summary";
import { splitParty } from "./split-party";
import { takeOverViolence } from "./take-over-violence";
import { triageDispute } from "./triage-dispute";
import { withdrawPartyExit } from "./withdraw-party-exit";

export const disputesRouter = router({
  today: question("today.read", todayInput, todayOf),
  overdue: question("today.read", nothing, overdueOf),
  list: question(
    "dispute.list",
    listDisputesInput,
    audited("audit.search", ({ q }) => searchOf("dispute.list", [q]), listDisputes),
    ({ q }) => q !== "",
  ),
  exportList: question("dispute.export", exportListInput, exportList, () => true),
  timeline: question("dispute.read", timelineInput, disputeTimeline),
  byId: question("dispute.read", disputeIdInput, disputeById),
  leads: question("dispute.triage", disputeIdInput, leadChoices),
  looseCalls: question("dispute.attachCall", looseCallsInput, looseCalls),
  tracks: question("dispute.triage", tracksInput, offeredTracks),
  openGateSteps: question("gate.list", nothing, openGateSteps),
  gate: question("gate.read", disputeIdInput, gateOf),
  gateHistory: question("gate.read", disputeIdInput, gateHistoryOf),
  points: question("dispute.register", nothing, pointChoices),
  similar: question(
    "dispute.register",
    similarInput,
    audited(
      "audit.search",
      ({ names, phones }) => searchOf("dispute.register", [...names, ...phones]),
      similarDisputes,
    ),
    () => true,
  ),
  register: command("dispute.register", registerDisputeInput, registerDispute),
  answerGate: command("gate.answer", answerGateInput, answerGate),
  takeOver: command("gate.takeOver", takeOverInput, takeOverViolence),
  recordGateStep: command("gate.recordStep", recordGateStepInput, recordGateStep),
  triage: command("dispute.triage", triageDisputeInput, triageDispute),
  reopen: command("proceeding.reopen", reopenDisputeInput, reopenDispute),
  addParty: command("party.add", addPartyInput, addParty),
  amendParty: command("party.amend", amendPartyInput, amendParty),
  endPartyLink: command("party.endLink", endPartyLinkInput, endPartyLink),
  addPartyLink: command("party.addLink", addPartyLinkInput, addPartyLink),
  recordPartyExit: command("party.recordExit", recordPartyExitInput, recordPartyExit),
  withdrawPartyExit: command("party.withdrawExit", withdrawPartyExitInput, withdrawPartyExit),
  addHeir: command("party.addHeir", addHeirInput, addHeir),
  answerHeir: command("party.answerHeir", answerHeirInput, answerHeir),
  splitParty: command("party.split", splitPartyInput, splitParty),
  revealContact: command("party.reveal", revealContactInput, revealContact),
  attachCall: command("dispute.attachCall", attachCallInput, attachCall),
  assessRisk: command("dispute.assessRisk", assessRiskInput, assessRisk),
  correct: command("dispute.correct", correctDisputeInput, correctDispute),
  setSummary: command("dispute.setSummary", setSummaryInput, setSummary),
  end: command("proceeding.end", endProceedingInput, endProceeding),
  close: command("proceeding.close", closeProceedingInput, closeProceeding),
  archive: command("proceeding.archive", archiveProceedingInput, archiveProceeding),
});
