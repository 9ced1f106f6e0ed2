/** What pages need of strokes: the check is made in the browser too, before anything is sent. */

export type { SignatureFault } from "./parts/drawing";
export { signatureFaults } from "./parts/drawing";
export { signatureCheckText, signatureFault } from "./parts/signature-fault";
