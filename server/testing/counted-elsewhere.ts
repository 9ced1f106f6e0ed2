/** Last words of paths whose numbers count nothing: sizes, places in an order, versions, hours, money, limits of rules. */
export const noCount = new Set(
  `side version minutes seats ordinal seq weekday amountFen openFen sort year lowest highest standard hours worth median longest relapseDays windowDays
  confirmationDays summaryVersion facts codesLeft`.split(/\s+/),
);
/** Numbers that stand on one surface alone, or whose surfaces are compared where they are made. */
export const elsewhere: readonly [start: string, where: string][] = [
  ["overview.", "the sets of surfaces.test.ts, kept-figures.test.ts, and committee-figures.test.ts"],
  ["calls.groups", "counted-sets.test.ts: incidents and callers"],
  ["calls.list.total", "the set 近 7 天没并进纠纷的警情"],
  ["disputes.list", "the sets of surfaces.test.ts; people of a side"],
  ["disputes.exportList", "the sets of surfaces.test.ts; people of a side"],
  ["disputes.today", "the sets of surfaces.test.ts; people of a side"],
  ["disputes.overdue", "the set 逾期的事"],
  ["disputes.byId.counts", "tabs of one dispute"],
  ["disputes.leads", "the set 在办, of one lead"],
  ["disputes.timeline", "payloads of events"],
  ["agreements.committeeOverview", "the sets of surfaces.test.ts"],
  ["agreements.clauseSheet", "days of a clause that nobody has agreed to yet"],
  ["performance.list.counts", "the set 逾期未履行"],
  ["approvals.waiting", "the set 等我决定"],
  ["consultations.", "server/consultations: badge and list ask the same condition"],
  ["invitations.", "server/invitations: badge and list are the same cards"],
  ["sessions.own", "server/panel/reads/helper-totals.test.ts"],
  ["panel.of", "server/panel/reads/helper-totals.test.ts"],
  ["merging.", "two registrations beside each other"],
  ["notifications.unread", "the bell alone"],
  ["people.", "the directory alone"],
  ["forces.", "members of a force"],
  ["places.", "people of a place"],
  ["handovers.mattersOf", "sessions that go along"],
  ["numbers.", "server/numbers: the last number of a series"],
  ["work.", "failed jobs"],
];
