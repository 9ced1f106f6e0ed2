/**
 * Tables of the county itself, without any row of a dispute, a call or somebody's hours. Who reads and changes them is asked
 * in server/testing/row-security/raw-sql.test.ts.
 */
export const tablesOfCounty: readonly string[] = [
  "accounts",
  "bound_subjects",
  "committees",
  "contact_points",
  "counters",
  "counties",
  "day_overrides",
  "day_years",
  "drafting_templates",
  "forces",
  "known_devices",
  "number_patterns",
  "number_starts",
  "paper_numbers",
  "paper_templates",
  "people",
  "person_forces",
  "person_roles",
  "rate_limits",
  "recovery_codes",
  "room_hours",
  "rooms",
  "rules",
  "second_factors",
  "sign_in_tries",
  "sign_ins",
  "stations",
  "units",
];
