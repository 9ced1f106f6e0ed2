import { type Relation, type Role, relations, roles } from "@/db/vocabulary";
import { parts, shows, views } from "@/server/access/views";

const viewFor = (role: Role, relation: Relation): string =>
  (shows as Partial<Record<Role, Partial<Record<Relation, string>>>>)[role]?.[relation] ?? "·";

/** Every part of a dispute page; `full` leaves none out. */
export const allParts = parts.full;

/** Two tables of text: which view of a dispute each relation gives, and which parts of its page each view shows. */
export const viewMatrix = (): string[][][] => [
  [["relation", ...roles], ...relations.map((relation) => [relation, ...roles.map((role) => viewFor(role, relation))])],
  [
    ["part", ...views],
    ...allParts.map((part) => [
      part,
      ...views.map((view) => ((parts[view] as readonly string[]).includes(part) ? "shown" : "·")),
    ]),
  ],
];
