import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { openOpinionInput, signOpinionInput } from "./inputs";
import { openOpinion } from "./open-opinion";
import { ofDispute, opinionDesk } from "./queries";
import { signOpinion } from "./sign-opinion";

export const opinionsRouter = router({
  ofDispute: question("opinion.read", disputeIdInput, ofDispute),
  desk: question("opinion.sign", disputeIdInput, opinionDesk),
  sign: command("opinion.sign", signOpinionInput, signOpinion),
  open: command("opinion.read", openOpinionInput, openOpinion),
});
