import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { retryWorkInput } from "./inputs";
import { failedWork, failedWorkCount } from "./queries";
import { retryWork } from "./retry-work";

export const workRouter = router({
  failed: question("work.list", nothing, failedWork),
  count: question("work.list", nothing, failedWorkCount),
  retry: command("work.retry", retryWorkInput, retryWork),
});
