import { nothing } from "../kernel/nothing";
import { question, router } from "../trpc/init";
import { decisionsWaiting } from "./reads/decisions-waiting";

/** What waits for a head's decision. */
export const approvalsRouter = router({
  waiting: question("access.list", nothing, decisionsWaiting),
});
