import type { PaperKind, Track } from "@/db/vocabulary";

/** The papers that people sign, and their identity papers, of which a scan or photograph may be filed: in the order of the dossier. */
export const signedPapers = [
  ...([
    "application",
    "intake",
    "notice",
    "identity",
    "authority",
    "representatives",
    "investigation",
    "record",
  ] as const),
  ...(["agreement", "oralAgreement", "receipt", "revisit", "ending", "nonAcceptance", "closing"] as const),
  ...(["confirmation", "situation", "policeAgreement", "onSpotAgreement", "policeRecord", "noPenalty"] as const),
] as const satisfies readonly PaperKind[];

export type SignedPaper = (typeof signedPapers)[number];

const ofPolice: readonly PaperKind[] = ["policeAgreement", "onSpotAgreement", "policeRecord", "noPenalty"];
const ofBoth: readonly PaperKind[] = ["notice", "identity", "receipt"];

/** Those of a track. */
export const signedPapersOf = (track: Track | null): SignedPaper[] =>
  signedPapers.filter((kind) => ofBoth.includes(kind) || ofPolice.includes(kind) === (track === "publicSecurity"));

/** Most pages of a scan that becomes one document, most bytes of the pictures in it, and its longest name. */
export const scanPagesMost = 60;
export const scanBytes = 19 * 1024 * 1024;
export const scanNameMost = 60;
