import { disputeIdInput } from "../disputes/inputs";
import { question, router } from "../trpc/init";
import { filesOf } from "./queries";

/** Bytes come and go by app/api/files. */
export const filesRouter = router({
  ofDispute: question("file.read", disputeIdInput, filesOf),
});
