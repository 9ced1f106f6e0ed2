/**
 * What becomes of every column that names a station or committee when it gives its work to a successor (docs/adr/0054):
 * "moves" all rows, "open" only what is not over, "follows" is kept by triggers, "stays" says truly how it was. A test walks
 * the database's catalogue, so that a new column without a decision fails.
 */
export const officeColumns = {
  "clue_steps.station_id": "moves",
  "clues.station_id": "moves",
  "committees.successor_id": "stays",
  "consultations.station_id": "moves",
  "contact_points.station_id": "moves",
  "counters.scope": "stays",
  "dispute_access.subject_id": "follows",
  "disputes.committee_id": "open",
  "disputes.counted_station_id": "stays",
  "disputes.station_id": "open",
  "duty_leaders.station_id": "open",
  "figure_days.station_id": "stays",
  "figure_entries.station_id": "stays",
  "figure_months.scope": "stays",
  "force_entries.station_id": "stays",
  "force_months.station_id": "stays",
  "number_patterns.scope": "stays",
  "number_starts.scope": "stays",
  "panel_rules.committee_id": "moves",
  // What a paper is about: a session, an agreement, a party.
  "paper_numbers.subject_id": "stays",
  "papers.subject_id": "stays",
  "people.committee_id": "moves",
  "people.station_id": "moves",
  "police_calls.station_id": "moves",
  "proceedings.committee_id": "open",
  "proceedings.station_id": "open",
  "reading_windows.committee_id": "moves",
  "reading_windows.station_id": "moves",
  "repeat_groups.station_id": "moves",
  "rules.committee_id": "stays",
  "stations.successor_id": "stays",
  "town_halls.station_id": "moves",
  "transfers.from_committee_id": "stays",
  "transfers.from_station_id": "stays",
  "transfers.to_committee_id": "stays",
  "transfers.to_station_id": "stays",
} as const satisfies Record<string, "moves" | "open" | "follows" | "stays">;
