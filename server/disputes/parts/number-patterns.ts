import type { Track } from "@/db/vocabulary";

/** The papers that take a number, each of its own series. */
export type NumberedPaper =
  | "agreement"
  | "oralAgreement"
  | "dossier"
  | "onSpot"
  | "intake"
  | "ending"
  | "nonAcceptance"
  | "noPenalty";

/** The characters between the organisation's word and 字 or 卷. */
const lines: Record<Track, string> = {
  peoples: "人调",
  publicSecurity: "治调",
  onScene: "现调",
  coordination: "协帮",
  transfer: "移送",
};
const classes: Record<NumberedPaper, string> = {
  agreement: "字",
  oralAgreement: "口字",
  dossier: "卷",
  onSpot: "现字",
  intake: "受字",
  ending: "终字",
  nonAcceptance: "不受字",
  noPenalty: "不罚字",
};

/** The series of a paper on a track, as counters name it. */
export const seriesOf = (paper: NumberedPaper, track: Track): string =>
  track === "peoples" ? paper : `${paper}.${track}`;

/** How numbers of a series are written where nobody has said otherwise. */
export const standardPattern = (paper: NumberedPaper, track: Track): string =>
  `（{yyyy}）{word}${lines[track]}${classes[paper]}第 {n:3} 号`;
