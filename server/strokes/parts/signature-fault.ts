import type { Drawing, SignatureFault } from "./drawing";
import { evenWay } from "./even-way";
import { roundsOf } from "./rounds";
import { signatureChecks } from "./signature-check";
import { strokeShapes } from "./stroke-shape";
import { swingsIn } from "./swings-in";

/** Why this is not a written name, as `signatureChecks` says; null when it may be one. `name` is whose name is expected. */
export const signatureFault: (drawing: Drawing, name?: string) => SignatureFault | null = signatureChecks(
  strokeShapes(evenWay(), swingsIn(), roundsOf()),
);

/** The same function as the text of an expression, for a script of a page without React. */
export const signatureCheckText = (): string =>
  `(${String(signatureChecks)})((${String(strokeShapes)})((${String(evenWay)})(),(${String(swingsIn)})(),(${String(roundsOf)})()))`;
