export type {
  DeskCard,
  DeskPerson,
  DeskPoll,
  DeskSide,
  DeskState,
  DeskStatement,
} from "@/server/desk/reads/desk";

/** Columns of the desk; a note of the desk stands in the record only. */
export const columns = ["claim", "issue", "fact", "proposal"] as const;
export type Column = (typeof columns)[number];
