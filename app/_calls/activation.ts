import { isAnswered, type Said } from "@/app/_disputes/triage/triage-questions";
import { type Draft, inputOf, type Missing, missingIn } from "@/app/_register/draft";
import type { RiskLevel, Track } from "@/db/vocabulary";
import type { ActivateGroupInput } from "@/server/calls/inputs";

/** What the head has filled in so far. */
export interface Activation {
  draft: Draft;
  said: Said;
  more: {
    reason: string;
    title: string;
    riskReason: string;
    neutralSummary: string;
    overrideReason: string;
    leadPersonId: string;
    leadUnit: string;
  };
  risk: RiskLevel | null;
  track: Track | null;
}

type Part = "reason" | "parties" | "what" | "risk" | "answers" | "track" | "lead";

/** The parts still missing, in the order of the page, and the register form's own fields among them. */
export function missingFor({ draft, said, more, risk, track }: Activation): { parts: Part[]; fields: Missing[] } {
  const fields = missingIn(draft).filter((field) => field !== "danger" && field !== "elsewhere");
  const parts: [Part, boolean][] = [
    ["reason", !more.reason.trim()],
    ["parties", fields.includes("names") || fields.includes("sides")],
    ["what", !more.title.trim() || fields.some((field) => field === "facts" || field === "type" || field === "place")],
    ["risk", risk === null],
    ["answers", !isAnswered(said)],
    ["track", track === null],
    ["lead", more.leadPersonId === ""],
  ];
  return { parts: parts.filter(([, isMissing]) => isMissing).map(([part]) => part), fields };
}

/** The input of the verb, or null while something is missing. */
export function activationOf(groupId: string, activation: Activation): ActivateGroupInput | null {
  const { draft, said, more, risk, track } = activation;
  if (missingFor(activation).parts.length > 0 || !risk || !track || !isAnswered(said)) return null;
  // What registration asks is among the questions of the activation; the calls are those of the group.
  const {
    asked: _,
    source: __,
    referredBy: ___,
    referralNumber: ____,
    callIds: _____,
    clueId: ______,
    ...facts
  } = inputOf({ ...draft, asked: said }, "", "");
  return { ...facts, ...more, groupId, risk, answers: said, track };
}
