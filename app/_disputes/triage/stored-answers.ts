"use client";
import type { TriageAnswers } from "@/server/disputes/inputs";

const keyOf = (disputeId: string) => `asked ${disputeId}`;

/** Answers given at registration a moment ago, so that triage does not ask them again in this window. */
export function keepAsked(disputeId: string, asked: Partial<Record<string, string>>): void {
  sessionStorage.setItem(keyOf(disputeId), JSON.stringify(asked));
}

const carried = ["injury", "familyViolence", "judgedByCourt", "acceptedElsewhere"] as const;

/** Answers from registration that triage asks too; nothing on another device or day. */
export function askedBefore(disputeId: string): Partial<TriageAnswers> {
  const stored = JSON.parse(sessionStorage.getItem(keyOf(disputeId)) ?? "{}") as Partial<TriageAnswers>;
  return Object.fromEntries(carried.flatMap((question) => (stored[question] ? [[question, stored[question]]] : [])));
}
