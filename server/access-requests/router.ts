import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { answerAccessRequest } from "./answer-access-request";
import { answerAccessRequestInput, sendAccessRequestInput } from "./inputs";
import { waitingRequests } from "./queries";
import { sendAccessRequest } from "./send-access-request";

export const accessRequestsRouter = router({
  waiting: question("access.list", nothing, waitingRequests),
  request: command("access.request", sendAccessRequestInput, sendAccessRequest),
  decide: command("access.decide", answerAccessRequestInput, answerAccessRequest),
});
