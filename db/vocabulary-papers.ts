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
