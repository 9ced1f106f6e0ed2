import { useTranslations } from "next-intl";
import { daysBetween } from "@/app/_ui/format/format";
import { useFormat } from "@/app/_ui/format/use-format";
import type { RedReason, RedRow } from "@/server/statistics/reads/red-list";

const dayMs = 86_400_000;

/** A line of the red list in words: why, how long, what next. */
export function useRedWords(now: Date, windowDays: number) {
  const t = useTranslations("statistics.red");
  const step = useTranslations("vocabulary.nextSteps");
  const f = useFormat(now);
  function why(row: RedRow): string {
    const said: Record<RedReason, () => string> = {
      violence: () => t("why.violence"),
      redRisk: () => row.riskReason || t("why.redRisk"),
      repeatAlert: () => t("why.repeatAlert", { days: windowDays, count: row.incidents }),
      overdue: () => t("why.overdue", { wait: f.away(row.nextDueAt ?? now) }),
      pastTerm: () => t("why.pastTerm", { day: f.day(row.dueOn ?? "") }),
      confirmation: () => t("why.confirmation", { day: f.day(row.confirmUntil ?? "") }),
      relapse: () => t("why.relapse"),
      reviewLate: () => t("why.reviewLate"),
    };
    const calls =
      row.kind === "dispute" && row.incidents > 1 && row.riskReason === ""
        ? [t("calls", { days: windowDays, count: row.incidents })]
        : [];
    // The statutory term matters more than a late step within it.
    const reasons = row.reasons.includes("pastTerm")
      ? row.reasons.filter((reason) => reason !== "overdue")
      : row.reasons;
    return [...reasons.map((reason) => said[reason]()), ...calls].join(t("comma"));
  }
  function since(row: RedRow): string {
    const count = daysBetween(row.since, now);
    const day = f.day(row.since);
    return count > 0 ? t("since", { day, count }) : t("today", { day });
  }
  function next(row: RedRow): string {
    if (row.kind === "group") return t("activate");
    if (row.kind === "review") return t("review", { when: f.dayTime(row.nextDueAt ?? "") });
    if (!row.nextDueAt) return "";
    const words = {
      who: row.nextOwner ? t("who", { name: row.nextOwner }) : "",
      when: now.getTime() - Date.parse(row.nextDueAt) > dayMs ? f.day(row.nextDueAt) : f.dayTime(row.nextDueAt),
      step: step(row.nextStep ?? "triage"),
    };
    return Date.parse(row.nextDueAt) < now.getTime() ? t("nextPast", words) : t("next", words);
  }
  return { why, since, next };
}

/** The line's one action: its words and its address. */
export function redAction(row: RedRow): { href: string; verb: "open" | "activate" | "urge" | "triage" | "review" } {
  if (row.kind === "group") return { href: `/calls/activate/${row.id}`, verb: "activate" };
  if (row.kind === "review") return { href: "/approvals", verb: "review" };
  if (row.nextStep === "watchPerformance" || row.nextStep === "followBreach")
    return { href: `/disputes/${row.id}/performance`, verb: "urge" };
  if (row.nextStep === null && row.nextOwner === null) return { href: `/disputes/${row.id}`, verb: "triage" };
  return { href: `/disputes/${row.id}`, verb: "open" };
}
