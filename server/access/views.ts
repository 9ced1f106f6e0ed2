import type { Relation, Role } from "@/db/vocabulary";

/** How much of a dispute each relation shows (default: nothing). Parts are listed in `parts`. */
export const shows = {
  mediator: { lead: "full", committee: "full", formerLead: "record", successor: "past" },
  committeeHead: { committee: "committee" },
  officer: { lead: "full", station: "status", formerLead: "record", successor: "past", otherLine: "outline" },
  stationHead: { station: "oversight", otherLine: "oversight" },
  expert: { joined: "brief" },
} as const satisfies Partial<Record<Role, Partial<Record<Relation, View>>>>;

/** From the widest to the narrowest. */
export const views = ["full", "committee", "record", "past", "oversight", "status", "brief", "outline"] as const;
export type View = (typeof views)[number];

/** What was done and said in a proceeding, and nothing of today. */
const said = [
  "facts",
  "consents",
  "board",
  "sessions",
  "records",
  "agreement",
  "performance",
  "dossier",
  "timeline",
] as const;

/** Parts of a dispute page by view; `contacts` are phones and addresses of parties. */
export const parts = {
  full: [...said, "contacts", "calls", "risk"],
  /** A committee belongs to no police line, so that the calls are not shown to its head. */
  committee: [...said, "contacts", "risk"],
  /** For whoever led a proceeding that has ended. */
  record: [...said, "calls", "risk"],
  /** A proceeding after which another began. */
  past: said,
  oversight: ["facts", "calls", "board", "sessions", "agreement", "performance", "risk", "dossier", "timeline"],
  status: ["calls", "board", "risk", "agreement", "timeline"],
  brief: ["facts", "board", "sessions", "agreement"],
  /** The committee mediates: an officer sees how far it is (the proceedings), the calls and the risk. */
  outline: ["calls", "risk"],
} as const satisfies Record<View, readonly string[]>;
export type Part = (typeof parts)[View][number];

/** The widest view the relations give, or null when the dispute is not shown at all. */
export function viewOf(role: Role, held: readonly Relation[]): View | null {
  const row = (shows as Partial<Record<Role, Partial<Record<Relation, View>>>>)[role] ?? {};
  return views.find((view) => held.some((relation) => row[relation] === view)) ?? null;
}

/** The view of a proceeding that is not the latest any more: no wider than its record. */
export const pastView = (view: View): View => (views.indexOf(view) < views.indexOf("past") ? "past" : view);

/** Whether this part of a dispute is shown in this view. */
export const showsPart = (view: View, part: Part): boolean => (parts[view] as readonly Part[]).includes(part);

/** The relations through which a role may see this part of a dispute; for lists across disputes. */
export function relationsShowing(role: Role, part: Part): Relation[] {
  const row = (shows as Partial<Record<Role, Partial<Record<Relation, View>>>>)[role] ?? {};
  return (Object.entries(row) as [Relation, View][])
    .filter(([, view]) => showsPart(view, part))
    .map(([relation]) => relation);
}
