import { disputeIdInput } from "../disputes/inputs";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { askPapers } from "./ask-papers";
import { askPapersInput, withdrawTemplateInput } from "./inputs";
import { papersOfDispute } from "./reads/papers-of-dispute";
import { templateSheet } from "./reads/template-sheet";
import { withdrawTemplate } from "./withdraw-template";

/** The bytes themselves go through app/api/papers and app/api/paper-templates. */
export const papersRouter = router({
  ofDispute: question("paper.read", disputeIdInput, papersOfDispute),
  ask: command("paper.ask", askPapersInput, askPapers),
  templates: question("paperTemplate.read", nothing, templateSheet),
  withdrawTemplate: command("paperTemplate.withdraw", withdrawTemplateInput, withdrawTemplate),
});
