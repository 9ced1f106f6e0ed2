import { change, type Guards, put, type Scene } from "./scene";

const month = "2026-01-01";
/** Of the scene's committee: long ago, so that the month is over whatever day it is. */
const draw = (s: Scene, over: Record<string, unknown> = {}) =>
  put("revisit_draws", {
    county_id: s.county.countyId,
    id: s.callId,
    committee_id: s.county.committees.LW,
    month,
    seed: "0123456789abcdef0123456789abcdef",
    percent: 10,
    closed: 1,
    drawn_at: new Date().toISOString(),
    ...over,
  });
/** A matter of that month, closed with its agreement, drawn for a mediator who has nothing to do with it. */
const drawn = (s: Scene, over: Record<string, unknown> = {}, endedAt = "2026-01-15T12:00:00+08:00") => [
  "alter table proceedings disable trigger user",
  change(
    "proceedings",
    s.inForce.proceedingId,
    `status = 'closed', outcome = 'agreedWritten', ended_at = '${endedAt}', accepted_at = '2026-01-02T12:00:00+08:00'`,
  ),
  draw(s),
  put("revisits", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.inForce.disputeId,
    proceeding_id: s.inForce.proceedingId,
    draw_id: s.callId,
    visitor_id: s.county.people.mediator2,
    due_on: "2026-02-15",
    ...over,
  }),
];
const visit = (s: Scene, over: Record<string, unknown> = {}) =>
  put("follow_up_visits", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.inForce.disputeId,
    proceeding_id: s.inForce.proceedingId,
    party_id: s.inForce.parties[0],
    revisit_id: s.callId,
    visited_on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    satisfaction: "fair",
    visited_by: s.county.people.mediator2,
    recorded_at: new Date().toISOString(),
    ...over,
  });

/** What is drawn by lot for somebody who took no part. */
export const revisitGuards: Guards = {
  revisit_draws_once_a_month: (s) => [draw(s), draw(s, { id: s.county.countyId })],
  revisit_draws_sensible: (s) => [draw(s, { percent: 0 })],
  revisit_draws_month_over: (s) => [draw(s, { month: "2999-01-01" })],
  revisits_once_a_proceeding: (s) => {
    const rows = drawn(s);
    return [...rows, (rows.at(-1) ?? "").replace(s.callId, s.county.countyId)];
  },
  revisits_of_the_month: (s) => drawn(s, {}, "2026-02-01T00:30:00+08:00"),
  revisits_by_third_party: (s) => drawn(s, { visitor_id: s.county.people.mediator }),
  revisits_stay_as_drawn: (s) => [...drawn(s), change("revisits", s.callId, "due_on = due_on + 1")],
  follow_up_visits_by_whom_was_drawn: (s) => [...drawn(s), visit(s, { visited_by: s.county.people.mediator })],
};
