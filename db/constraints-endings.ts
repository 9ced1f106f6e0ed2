/** Constraints of how a proceeding goes on and ends, and the problem each stands for. */
export const endingConstraints = {
  endings_settlement_said_whole: "invalidValue",
  proceedings_exit_recorded: "exitUnrecorded",
  endings_failure_tells_routes: "routesFirst",
  endings_refusal_names_party: "refuserNeeded",
  endings_append_only: "appendOnly",
  endings_deadlock_after_session: "deadlockAfterSession",
  endings_after_session: "sessionRunning",
  endings_refused_by_consent: "refuserNeeded",
  endings_assisted_after_help: "needs.helped",
  endings_agreed_in_its_form: "outcomeNotOnThisTrack",
  endings_expired_after_term: "expiredAfterTerm",
  endings_unsigned_after_paper: "unsignedAfterPaper",
  proceedings_close_after_performance: "openObligation",
  proceedings_close_after_visit: "visitFirst",
  proceedings_status_has_paper: "invalidValue",
  proceedings_status_has_session: "invalidValue",
  /** Every end releases before it commits. */
  proceedings_end_releases: "invalidValue",
} as const satisfies Record<string, string>;
