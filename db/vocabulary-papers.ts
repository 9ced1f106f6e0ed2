/**
 * The official papers, in the order in which they lie in a dossier. One kind is one form: what it says is in
 * `server/papers/forms`, how it looks is decided by the renderers alone.
 */
export const paperKinds = [
  "cover",
  "contents",
  "application",
  "intake",
  "notice",
  "identity",
  "authority",
  "representatives",
  "investigation",
  "evidence",
  "record",
  "agreement",
  "oralAgreement",
  "receipt",
  "revisit",
  "ending",
  "nonAcceptance",
  "closing",
  "confirmation",
  "situation",
  "back",
  "policeAgreement",
  "onSpotAgreement",
  "policeRecord",
  "noPenalty",
] as const;

export type PaperKind = (typeof paperKinds)[number];

/** What is asked for and kept: papers, and the dossier that holds them all. */
export type KeptPaperKind = PaperKind | "dossier";

/** A paper is asked for, then made by the worker, or failed with a reason; asking again makes another. */
export const paperStates = ["asked", "made", "failed"] as const;
export type PaperState = (typeof paperStates)[number];

/** What whoever is visited is asked about the mediation, never about who won; the answers stand in this order. */
export const fairnessQuestions = ["heard", "respected", "neutral", "understood"] as const;
export type FairnessQuestion = (typeof fairnessQuestions)[number];
export const fairnessAnswers = ["yes", "partly", "no", "unsaid"] as const;
export type FairnessAnswer = (typeof fairnessAnswers)[number];
