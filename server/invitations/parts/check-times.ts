import type { ProposedTime } from "@/db/schema/invitations";
import { conflict, invalid } from "../../kernel/problem";

const longestHours = 12;
const hour = 3_600_000;

/**
 * The times somebody proposes instead: earliest first, none twice, each still to come and within the county's window. Refuses
 * with startBeforeEnd, sessionInPast, sessionTooFar.
 */
export function checkTimes(times: readonly ProposedTime[], now: Date, windowDays: number): ProposedTime[] {
  const until = now.getTime() + windowDays * 24 * hour;
  const spans = new Map<string, ProposedTime>();
  for (const { startsAt, endsAt } of times) {
    const [start, end] = [new Date(startsAt), new Date(endsAt)];
    if (start >= end || end.getTime() - start.getTime() > longestHours * hour) throw invalid("startBeforeEnd");
    if (start <= now) throw conflict("sessionInPast");
    if (start.getTime() > until) throw conflict("sessionTooFar", { days: windowDays });
    const span = { startsAt: start.toISOString(), endsAt: end.toISOString() };
    spans.set(`${span.startsAt} ${span.endsAt}`, span);
  }
  return [...spans.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
