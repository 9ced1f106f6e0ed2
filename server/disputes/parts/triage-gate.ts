import type { GateQuestion, Track, YesNoUnclear } from "@/db/vocabulary";
import { conflict, type Problem } from "../../kernel/problem";

/** What stands of each question; what was never asked is missing and counts as unclear. */
export type GateStands = Readonly<Partial<Record<GateQuestion, YesNoUnclear>>>;

interface Bar {
  question: GateQuestion;
  /** The answer that bars; "unclear" and no answer bar as well. */
  when: "yes" | "no";
  code: string;
  /** Can be lifted with a recorded reason. */
  canLift?: true;
  /** Does not apply where the court itself entrusted the case. */
  unlessEntrusted?: true;
}

const violence: Bar = { question: "familyViolence", when: "yes", code: "familyViolenceBarred" };

/** What keeps a dispute out of a track; `app.gate_bars` says the same to the database. */
const bars: Record<Track, readonly Bar[]> = {
  peoples: [
    // A local rule: no law bars it, and the police's route comes first (反家庭暴力法 15).
    violence,
    { question: "judgedByCourt", when: "yes", code: "judgedMattersBarred" },
    { question: "inCourt", when: "yes", code: "courtKeepsIt", unlessEntrusted: true },
    // 若干规定 22 bars what another authority has accepted; on the parties' own application it may go on (程序规定 186).
    { question: "acceptedElsewhere", when: "yes", code: "acceptedElsewhereBarred", canLift: true },
    { question: "isViolation", when: "yes", code: "violationFirst", canLift: true },
  ],
  publicSecurity: [violence, { question: "isViolation", when: "no", code: "violationNeeded" }],
  onScene: [violence, { question: "injury", when: "yes", code: "injuryNeedsTrack" }],
  coordination: [],
  transfer: [],
};

/** Whether a reason on file opens what a "yes" to this question would bar. */
export const isLiftable = (question: GateQuestion): boolean =>
  bars.peoples.some((bar) => bar.question === question && bar.canLift);

/** The refusal to show for choosing this track with these answers, or null when the gate is open. */
export function barOf(
  track: Track,
  stands: GateStands,
  { isEntrusted = false, overrideReason = "" }: { isEntrusted?: boolean; overrideReason?: string } = {},
): Problem | null {
  const asked = bars[track]
    .filter((bar) => !(bar.unlessEntrusted && isEntrusted))
    .map((bar) => ({ ...bar, answer: stands[bar.question] ?? "unclear" }));
  const final = asked.find((bar) => bar.answer === bar.when && !bar.canLift);
  if (final) return conflict(final.code);
  const unclear = asked.find((bar) => bar.answer === "unclear");
  if (unclear) return conflict("clearFirst", { question: unclear.question });
  const lifted = overrideReason.trim() !== "";
  const barring = asked.find((bar) => bar.answer === bar.when && !lifted);
  return barring ? conflict(barring.code) : null;
}

/** Whether the answers leave a track open, bar it for good, or bar it unless a reason is given. */
export interface TrackOffer {
  track: Track;
  /** Problem code of what bars it, and the question that has to be made clear first. */
  bar: string | null;
  question: GateQuestion | null;
  canLift: boolean;
}

/** Every track with what bars it, in the order to propose them. */
export const offersFor = (stands: GateStands, isEntrusted = false): TrackOffer[] =>
  (["peoples", "publicSecurity", "onScene", "coordination", "transfer"] as const).map((track) => {
    const bar = barOf(track, stands, { isEntrusted });
    return {
      track,
      bar: bar?.code ?? null,
      question: bar?.code === "clearFirst" ? (bar.params.question as GateQuestion) : null,
      canLift: bar !== null && barOf(track, stands, { isEntrusted, overrideReason: "reason" }) === null,
    };
  });
