/** People of every role; their relations to each dispute are read from the database. */
export const viewers = [
  "mediator",
  "mediator2",
  "mediator3",
  "committee",
  "committee2",
  "officer",
  "officer2",
  "officer3",
  "head",
  "head2",
  "judge",
  "lawyer",
  "cadre",
  "property",
  "grid",
  "grid2",
  "county",
  "admin",
] as const;

