/** Keys with a name of their own: a row that is there already. */
export const namedKeys = {
  bound_subjects_once_per_account: "alreadyThere",
  figure_days_once: "alreadyThere",
  figure_entries_once: "alreadyThere",
  figure_months_once: "alreadyThere",
  force_entries_once: "alreadyThere",
  force_months_once: "alreadyThere",
  helper_entries_once: "alreadyThere",
  helper_months_once: "alreadyThere",
  sealed_papers_once: "alreadyThere",
  person_roles_of_one: "alreadyThere",
} as const satisfies Record<string, string>;
