/** The parts of a dispute's page in their order; a plain list, for the server and the browser. */
export const disputeTabs = [
  "overview",
  "parties",
  "violation",
  "sessions",
  "records",
  "agreement",
  "performance",
  "dossier",
  "timeline",
] as const;
export type DisputeTab = (typeof disputeTabs)[number];
