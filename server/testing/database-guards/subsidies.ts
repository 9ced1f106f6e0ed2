import { change, fresh, type Guards, put, type Scene } from "./scene";

const sheet = (s: Scene, over: Record<string, unknown> = {}) =>
  put("subsidy_sheets", {
    county_id: s.county.countyId,
    id: fresh(),
    committee_id: s.county.committees.LW,
    month: "2026-03-01",
    handed_on: "2026-04-02",
    recipient: "县司法局",
    source_sha256: "a".repeat(64),
    matters: 3,
    sum_fen: 60_000,
    handed_by: s.county.people.committee,
    handed_at: new Date().toISOString(),
    ...over,
  });

/** A month's subsidies that were handed over. */
export const subsidyGuards: Guards = {
  subsidy_sheets_once_a_month: (s) => [sheet(s), sheet(s)],
  subsidy_sheets_in_order: (s) => [sheet(s), sheet(s, { month: "2026-05-01", handed_on: "2026-06-02" })],
  subsidy_sheets_month_over: (s) => [sheet(s, { handed_on: "2026-03-31" })],
  subsidy_sheets_shape: (s) => [sheet(s, { recipient: "" })],
  subsidy_sheets_append_only: (s) => {
    const id = fresh();
    return [sheet(s, { id }), change("subsidy_sheets", id, "sum_fen = 1")];
  },
};
