import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { recordRevisitInput } from "./inputs";
import { ownRevisits } from "./reads/revisits";
import { recordRevisit } from "./record-revisit";

export const revisitsRouter = router({
  own: question("revisit.list", nothing, ownRevisits),
  record: command("revisit.record", recordRevisitInput, recordRevisit),
});
