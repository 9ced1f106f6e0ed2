import { disputeIdInput } from "../disputes/inputs";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { acceptTransfer } from "./accept-transfer";
import { decideLeadRequest } from "./decide-lead-request";
import { declineTransfer } from "./decline-transfer";
import { handOverWork } from "./hand-over-work";
import {
  acceptTransferInput,
  comingSeatsInput,
  decideLeadRequestInput,
  declineTransferInput,
  handOverWorkInput,
  mattersOfInput,
  offerTransferInput,
  recordLeadRequestInput,
  recordTransferAnswerInput,
  recordTransferResultInput,
  setAssistantInput,
  setLeadInput,
  tellLeadRequestInput,
  withdrawTransferInput,
} from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { comingSeats } from "./reads/coming-seats";
import { leadRequestsOf } from "./reads/lead-requests";
import { mattersOf } from "./reads/matters-of";
import { openWorkOf } from "./reads/open-work";
import { transferOfDispute, transfersOfOffice } from "./reads/transfers";
import { recordLeadRequest } from "./record-lead-request";
import { recordTransferAnswer } from "./record-transfer-answer";
import { recordTransferResult } from "./record-transfer-result";
import { setAssistant } from "./set-assistant";
import { setLead } from "./set-lead";
import { tellLeadRequest } from "./tell-lead-request";
import { withdrawTransfer } from "./withdraw-transfer";

export const handoversRouter = router({
  comingSeats: question("lead.set", comingSeatsInput, comingSeats),
  mattersOf: question("lead.set", mattersOfInput, mattersOf),
  openWorkOf: question("work.handOver", mattersOfInput, openWorkOf),
  handOverWork: command("work.handOver", handOverWorkInput, handOverWork),
  setLead: command("lead.set", setLeadInput, setLead),
  leadRequestsOf: question("leadRequest.read", disputeIdInput, leadRequestsOf),
  recordLeadRequest: command("leadRequest.record", recordLeadRequestInput, recordLeadRequest),
  decideLeadRequest: command("leadRequest.decide", decideLeadRequestInput, decideLeadRequest),
  tellLeadRequest: command("leadRequest.tell", tellLeadRequestInput, tellLeadRequest),
  setAssistant: command("assistant.set", setAssistantInput, setAssistant),
  ofOffice: question("transfer.list", nothing, transfersOfOffice),
  transferOf: question("transfer.recordResult", disputeIdInput, transferOfDispute),
  offerTransfer: command("transfer.offer", offerTransferInput, offerTransfer),
  withdrawTransfer: command("transfer.withdraw", withdrawTransferInput, withdrawTransfer),
  acceptTransfer: command("transfer.accept", acceptTransferInput, acceptTransfer),
  declineTransfer: command("transfer.decline", declineTransferInput, declineTransfer),
  recordTransferAnswer: command("transfer.recordAnswer", recordTransferAnswerInput, recordTransferAnswer),
  recordTransferResult: command("transfer.recordResult", recordTransferResultInput, recordTransferResult),
});
