import type { Track } from "@/db/vocabulary";
import { conflict, type Problem } from "../../kernel/problem";
import type { TriageAnswers } from "../inputs";

type Bar = readonly [code: string, applies: (answers: TriageAnswers) => boolean, override?: true];

/** What keeps a dispute out of a track. An `override` bar can be lifted with a recorded reason. */
const bars: Record<Track, readonly Bar[]> = {
  peoples: [
    ["familyViolenceBarred", (a) => a.familyViolence === "yes"],
    ["judgedMattersBarred", (a) => a.judgedByCourt === "yes"],
    // 若干规定 22 bars what another authority has accepted; on the parties' own application it may go on (程序规定 186).
    ["acceptedElsewhereBarred", (a) => a.acceptedElsewhere === "yes", true],
    ["violationFirst", (a) => a.isViolation === "yes", true],
  ],
  publicSecurity: [
    ["familyViolenceBarred", (a) => a.familyViolence === "yes"],
    ["violationNeeded", (a) => a.isViolation !== "yes"],
  ],
  onScene: [
    ["familyViolenceBarred", (a) => a.familyViolence === "yes"],
    ["injuryNeedsTrack", (a) => a.injury === "yes"],
  ],
  coordination: [],
  transfer: [],
};

/** The refusal to show for choosing this track with these answers, or null when the gate is open. */
export function barOf(track: Track, answers: TriageAnswers, overrideReason: string): Problem | null {
  const bar = bars[track].find(([, applies, override]) => applies(answers) && !(override && overrideReason !== ""));
  return bar ? conflict(bar[0]) : null;
}

/** Whether the answers leave a track open, bar it for good, or bar it unless a reason is given. */
export interface TrackOffer {
  track: Track;
  /** Problem code of what bars it. */
  bar: string | null;
  canLift: boolean;
}

/** Every track with what bars it, in the order to propose them. */
export const offersFor = (answers: TriageAnswers): TrackOffer[] =>
  (["peoples", "publicSecurity", "onScene", "coordination", "transfer"] as const).map((track) => {
    const bar = barOf(track, answers, "");
    return { track, bar: bar?.code ?? null, canLift: bar !== null && barOf(track, answers, "reason") === null };
  });
