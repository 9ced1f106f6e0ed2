import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { openOpinionInput, signOpinionInput } from "./inputs";
import { openOpinion } from "./open-opinion";
import { ofDispute, opinionOverview } from "./queries";
import { signOpinion } from "./sign-opinion";

export const opinionsRouter = router({
  ofDispute: question("opinion.read", disputeIdInput, ofDispute),
  overview: question("opinion.sign", disputeIdInput, opinionOverview),
  sign: command("opinion.sign", signOpinionInput, signOpinion),
  open: command("opinion.read", openOpinionInput, openOpinion),
});
