import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { EscalateClueInput } from "./inputs";
import { clueAtPoint } from "./parts/clue-at-point";
import { writeStep } from "./parts/write-step";

/** The keeper hands a clue up to the station, whose time to answer runs from now on. Refuses with notFound, clueAlreadyHandled, clueHandedUp. */
export function escalateClue(ctx: ActContext, input: EscalateClueInput): Promise<{ clueId: string }> {
  const { actor, now } = ctx;
  const { clueId, note } = input;
  return act(
    ctx,
    "clue.escalate",
    input,
    (who) => requireRole(who, "clue.escalate"),
    async (tx) => {
      const clue = await clueAtPoint(tx, actor, clueId);
      if (clue.isHandedUp) throw conflict("clueHandedUp");
      await writeStep(tx, { actor, now }, clue, { kind: "escalate", note });
      return { result: { clueId }, payload: { clueId } };
    },
  );
}
