"use client";
import { withLaterWords } from "@/app/_i18n/later-words";

/** The dialogs of a ledger that most readers never open, with their words. */
export const loadContest = withLaterWords("_performance/contest-dialog", () =>
  import("./contest-dialog").then((it) => it.ContestDialog),
);
export const loadEndContest = withLaterWords("_performance/end-contest-dialog", () =>
  import("./end-contest-dialog").then((it) => it.EndContestDialog),
);
export const loadProof = withLaterWords("_performance/proof-dialog", () =>
  import("./proof-dialog").then((it) => it.ProofDialog),
);
