import { disputeIdInput } from "../disputes/inputs";
import { linkEntry } from "../trpc/by-link";
import { question, router } from "../trpc/init";
import { checkPaper } from "./check-paper";
import { checkPaperInput } from "./inputs";
import { sealedOfDispute } from "./queries";

/** The bytes themselves go through app/api/sealed-papers; `check` is asked by anybody, without an account. */
export const sealedPapersRouter = router({
  ofDispute: question("paper.read", disputeIdInput, sealedOfDispute),
  check: linkEntry(checkPaperInput, checkPaper),
});
