export type {
  DeskCard,
  DeskPerson,
  DeskPoll,
  DeskSide,
  DeskState,
  DeskStatement,
} from "@/server/desk/reads/desk";

/** Columns of the desk; an entry by the desk itself is only in the record. */
export const columns = ["claim", "issue", "fact", "proposal"] as const;
export type Column = (typeof columns)[number];
