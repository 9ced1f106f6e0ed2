import { invalid } from "../../kernel/problem";
import type { Drawing } from "./drawing";
import { signatureFault } from "./signature-fault";

/** Refuses a drawing that is no written name, with its fault (`signatureFault`). Asked at every door that takes strokes. */
export function requireSignature(strokes: Drawing, name: string): void {
  const fault = signatureFault(strokes, name);
  if (fault) throw invalid(fault);
}
