import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { describeFile } from "./describe-file";
import { describeFileInput } from "./inputs";
import { filesOf } from "./queries";

/** The bytes themselves go through app/api/files. */
export const filesRouter = router({
  describe: command("file.describe", describeFileInput, describeFile),
  ofDispute: question("file.read", disputeIdInput, filesOf),
});
