import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import type { AttendInterpreterInput } from "./inputs";
import { addToInterpreter } from "./parts/add-to-interpreter";
import { interpreterOf } from "./parts/interpreter-of";

/** Notes whether they came to the session, once it has begun. Refuses notHappenedYet, interpreterEnded. */
export function attendInterpreter(ctx: ActContext, input: AttendInterpreterInput): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.attend", input, async (act) => {
    const { id, sessionId } = await interpreterOf(act, input.interpreterId);
    if (!sessionId) throw invalid("unknownReference");
    await addToInterpreter(act, id, { attendance: input.came ? "present" : "absent" });
    return { result: { interpreterId: id }, payload: { interpreter: id, sessionId, came: input.came } };
  });
}
