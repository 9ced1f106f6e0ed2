import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { askPapers } from "./ask-papers";
import { askPapersInput } from "./inputs";
import { papersOfDispute } from "./queries";

/** The bytes themselves go through app/api/papers. */
export const papersRouter = router({
  ofDispute: question("paper.read", disputeIdInput, papersOfDispute),
  ask: command("paper.ask", askPapersInput, askPapers),
});
