import { disputeIdInput } from "../disputes/inputs";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { acceptTransfer } from "./accept-transfer";
import { decideLeadRequest } from "./decide-lead-request";
import { declineTransfer } from "./decline-transfer";
import {
  acceptTransferInput,
  comingSeatsInput,
  decideLeadRequestInput,
  declineTransferInput,
  mattersOfInput,
  offerTransferInput,
  recordLeadRequestInput,
  recordTransferAnswerInput,
  recordTransferResultInput,
  setLeadInput,
  tellLeadRequestInput,
  withdrawTransferInput,
} from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { comingSeats } from "./reads/coming-seats";
import { leadRequestsOf } from "./reads/lead-requests";
import { mattersOf } from "./reads/matters-of";
import { transferOfDispute, transfersOfOffice } from "./reads/transfers";
import { recordLeadRequest } from "./record-lead-request";
import { recordTransferAnswer } from "./record-transfer-answer";
import { recordTransferResult } from "./record-transfer-result";
import { setLead } from "./set-lead";
import { tellLeadRequest } from "./tell-lead-request";
import { withdrawTransfer } from "./withdraw-transfer";

export const handoversRouter = router({
  comingSeats: question("lead.set", comingSeatsInput, comingSeats),
  mattersOf: question("lead.set", mattersOfInput, mattersOf),
  setLead: command("lead.set", setLeadInput, setLead),
  leadRequestsOf: question("leadRequest.read", disputeIdInput, leadRequestsOf),
  recordLeadRequest: command("leadRequest.record", recordLeadRequestInput, recordLeadRequest),
  decideLeadRequest: command("leadRequest.decide", decideLeadRequestInput, decideLeadRequest),
  tellLeadRequest: command("leadRequest.tell", tellLeadRequestInput, tellLeadRequest),
  ofOffice: question("transfer.list", nothing, transfersOfOffice),
  transferOf: question("transfer.recordResult", disputeIdInput, transferOfDispute),
  offerTransfer: command("transfer.offer", offerTransferInput, offerTransfer),
  withdrawTransfer: command("transfer.withdraw", withdrawTransferInput, withdrawTransfer),
  acceptTransfer: command("transfer.accept", acceptTransferInput, acceptTransfer),
  declineTransfer: command("transfer.decline", declineTransferInput, declineTransfer),
  recordTransferAnswer: command("transfer.recordAnswer", recordTransferAnswerInput, recordTransferAnswer),
  recordTransferResult: command("transfer.recordResult", recordTransferResultInput, recordTransferResult),
});
