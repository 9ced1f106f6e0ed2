"use client";
import type { TriageAnswers } from "@/server/disputes/inputs";

const keyOf = (disputeId: string) => `asked ${disputeId}`;

/** Answers given at registration a moment ago, so that the gate does not ask them twice in this window. */
export function keepAsked(disputeId: string, asked: Partial<Record<string, string>>): void {
  sessionStorage.setItem(keyOf(disputeId), JSON.stringify(asked));
}

const carried = ["injury", "familyViolence", "judgedByCourt", "acceptedElsewhere"] as const;

/** What was said at registration and is asked again at the gate; nothing when it was another machine or day. */
export function askedBefore(disputeId: string): Partial<TriageAnswers> {
  const stored = JSON.parse(sessionStorage.getItem(keyOf(disputeId)) ?? "{}") as Partial<TriageAnswers>;
  return Object.fromEntries(carried.flatMap((question) => (stored[question] ? [[question, stored[question]]] : [])));
}
