/** What is demanded of official papers and of the numbers they take. */
export const paperConstraints = {
  number_starts_upward: "numberStartLow",
  number_starts_append_only: "appendOnly",
  number_starts_range: "invalidValue",
  number_starts_series: "invalidValue",
  number_starts_proof_given: "invalidValue",
  number_patterns_append_only: "appendOnly",
  number_patterns_whole: "numberPatternUnfit",
  number_patterns_series: "invalidValue",
  papers_state_whole: "invalidValue",
  papers_progress_range: "invalidValue",
  papers_hashes_shape: "invalidValue",
  papers_settled_once: "appendOnly",
  paper_numbers_once: "changedMeanwhile",
  paper_numbers_number_once: "changedMeanwhile",
  paper_numbers_kind_known: "invalidValue",
  paper_numbers_kept: "appendOnly",
} as const;
