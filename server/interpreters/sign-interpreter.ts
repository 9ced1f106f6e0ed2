import { signedOn } from "../agreements/parts/signed-on";
import { type Act, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { requireSignature } from "../strokes/parts/require-signature";
import type { SignInterpreterInput } from "./inputs";
import { addToInterpreter } from "./parts/add-to-interpreter";
import { type InterpreterRow, interpreterOf } from "./parts/interpreter-of";
import { sameInterpreter } from "./parts/same-interpreter";

/**
 * Their signature under the agreement, or the note that a reader read it out: after every party, before the lead, on the day
 * on which it happened. Drawn on the screen that is handed round it is drawn now, has to be a written name, and counts for everybody
 * they are there for. Refuses alreadySigned, notSigning, partiesSignFirst, dayInFuture, dayTooEarly, drawnAnotherDay and a fault
 * of the drawing.
 */
export function signInterpreter(ctx: ActContext, input: SignInterpreterInput): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.sign", input, async (act) => {
    const row = await interpreterOf(act, input.interpreterId);
    const { id, agreementId, kind, signedAt: before } = row;
    const { means, happenedOn, drawn } = input;
    if (!agreementId || (kind !== "reader" && !means)) throw invalid("unknownReference");
    if (before) throw conflict("alreadySigned");
    if (drawn && means !== "sign") throw invalid("invalidValue");
    if (drawn && happenedOn) throw invalid("drawnAnotherDay");
    const earliest = await signedOn(act, agreementId);
    const signedAt = happenedAt(happenedOn, { now: act.now, earliest });
    const signed = { means, signedAt, recordedBy: ctx.actor.personId };
    if (drawn) await drawSignature(act, row, drawn.strokes, signed);
    else await addToInterpreter(act, id, signed);
    const said = { interpreter: id, agreementId, means, signedOn: dayOf(signedAt) };
    return { result: { interpreterId: id }, payload: drawn ? { ...said, drawn: true } : said };
  });
}

/** In their hand, once for everybody they are there for. */
async function drawSignature(
  act: Act,
  row: InterpreterRow,
  strokes: NonNullable<SignInterpreterInput["drawn"]>["strokes"],
  signed: Parameters<typeof addToInterpreter>[2],
): Promise<void> {
  const rows = await sameInterpreter(act, row);
  requireSignature(strokes, rows[0]?.called ?? row.name);
  for (const { id } of rows) await addToInterpreter(act, id, { ...signed, strokes });
}
