import { disputeIdInput } from "../disputes/inputs";
import { question, router } from "../trpc/init";
import { filesOf } from "./queries";

/** The bytes themselves go through app/api/files. */
export const filesRouter = router({
  ofDispute: question("file.read", disputeIdInput, filesOf),
});
