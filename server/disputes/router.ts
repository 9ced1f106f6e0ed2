import { audited, searchOf } from "../kernel/audit";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { addParty } from "./add-party";
import { addPartyLink } from "./add-party-link";
import { amendParty } from "./amend-party";
import { archiveProceeding } from "./archive-proceeding";
import { assessRisk } from "./assess-risk";
import { attachCall } from "./attach-call";
import { closeProceeding } from "./close-proceeding";
import { correctDispute } from "./correct-dispute";
import { endProceeding } from "./end-proceeding";
import {
  addPartyInput,
  addPartyLinkInput,
  amendPartyInput,
  archiveProceedingInput,
  assessRiskInput,
  attachCallInput,
  closeProceedingInput,
  correctDisputeInput,
  disputeIdInput,
  endProceedingInput,
  exportListInput,
  listDisputesInput,
  looseCallsInput,
  registerDisputeInput,
  reopenDisputeInput,
  revealContactInput,
  setSummaryInput,
  similarInput,
  timelineInput,
  todayInput,
  triageAnswers,
  triageDisputeInput,
} from "./inputs";
import { offersFor } from "./parts/triage-gate";
import { leadChoices, looseCalls, pointChoices } from "./reads/choices";
import { disputeById } from "./reads/dispute";
import { exportList } from "./reads/export-list";
import { listDisputes } from "./reads/list";
import { similarDisputes } from "./reads/similar";
import { disputeTimeline } from "./reads/timeline";
import { overdueOf, todayOf } from "./reads/today";
import { registerDispute } from "./register-dispute";
import { reopenDispute } from "./reopen-dispute";
import { revealContact } from "./reveal-contact";
import { setSummary } from "./set-summary";
import { triageDispute } from "./triage-dispute";

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
  tracks: question("dispute.triage", triageAnswers, async (_actor, answers) => offersFor(answers)),
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
  triage: command("dispute.triage", triageDisputeInput, triageDispute),
  reopen: command("proceeding.reopen", reopenDisputeInput, reopenDispute),
  addParty: command("party.add", addPartyInput, addParty),
  amendParty: command("party.amend", amendPartyInput, amendParty),
  addPartyLink: command("party.addLink", addPartyLinkInput, addPartyLink),
  revealContact: command("party.reveal", revealContactInput, revealContact),
  attachCall: command("dispute.attachCall", attachCallInput, attachCall),
  assessRisk: command("dispute.assessRisk", assessRiskInput, assessRisk),
  correct: command("dispute.correct", correctDisputeInput, correctDispute),
  setSummary: command("dispute.setSummary", setSummaryInput, setSummary),
  end: command("proceeding.end", endProceedingInput, endProceeding),
  close: command("proceeding.close", closeProceedingInput, closeProceeding),
  archive: command("proceeding.archive", archiveProceedingInput, archiveProceeding),
});
