import type { Relation, Role } from "@/db/vocabulary";
import { policy } from "../../access/policy";
import { laneReads, partReads, type ReadingAction, reads, readsOf } from "../../access/reads";
import { relationsShowing } from "../../access/views";
import {
  closeness,
  isVisible,
  type RowVisibility,
  relationsToRow,
  type SceneRow,
  strongest,
  tableAndLane,
  type Viewer,
} from "./row-visibility";

const actions = Object.keys(reads) as ReadingAction[];
type Scope = Relation | "any";
const scopesOf = (action: ReadingAction, role: Role) =>
  (policy[action] as Partial<Record<Role, readonly Scope[]>>)[role] ?? [];

/** What an action shows of a dispute's tables to a role in a relation: the parts of its view, for the dispute page. */
function ofDispute(action: ReadingAction, role: Role, scope: Scope): readonly string[] {
  const always = readsOf(action).ofDispute ?? [];
  if (action !== "dispute.read") return always;
  const parts = Object.keys(partReads) as (keyof typeof partReads)[];
  const shown = parts.filter((part) => scope !== "any" && relationsShowing(role, part).includes(scope));
  return [...always, ...shown.flatMap((part) => partReads[part])];
}

const lanesAllow = (row: SceneRow, role: Role, scope: Scope) =>
  !row.lane || scope === "any" || (laneReads[row.lane][role] ?? []).includes(scope);

/** Whether the policy's cell (action, role, scope) lets this viewer read this row. */
function cellAllows(action: ReadingAction, scope: Scope, viewer: Viewer, row: SceneRow): boolean {
  const { role, personId } = viewer.actor;
  const says = readsOf(action);
  const relationsHeld = relationsToRow(viewer, row);
  const holds = scope === "any" || relationsHeld.includes(scope);
  const { table, columns } = row;
  const column = says.own?.[table];
  if (column && columns[column] === personId) return true;
  if (says.expected?.includes(table) && holds && row.disputeId !== null)
    if (scope === "lead" || scope === "formerLead" || viewer.expectedAt.has(String(columns.session_id))) return true;
  if (says.ofCounty?.includes(table)) return true;
  if (says.ofStation?.includes(table) && viewer.station !== null && columns.station_id === viewer.station) return true;
  if (says.ofPoint?.includes(table) && viewer.actor.pointId !== null && columns.point_id === viewer.actor.pointId)
    return true;
  if (says.ofInvitation?.includes(table) && relationsHeld.some((one) => one === "invited" || one === "joined"))
    return true;
  return (
    ofDispute(action, role, scope).includes(table) && row.disputeId !== null && holds && lanesAllow(row, role, scope)
  );
}

/** Whether any reading action lets this viewer read this row. */
const policyAllows = (viewer: Viewer, row: SceneRow) =>
  actions.some((action) => scopesOf(action, viewer.actor.role).some((scope) => cellAllows(action, scope, viewer, row)));

/** "table role as standing": rows that row-level security shows though no reading action of the policy lets them. */
export function shownBeyondPolicy({ rows, viewers }: RowVisibility): string[] {
  const found = new Set<string>();
  for (const viewer of viewers)
    for (const row of rows)
      if (isVisible(viewer, row) && !policyAllows(viewer, row))
        found.add(`${tableAndLane(row)}: ${viewer.actor.role} as ${closeness(viewer, row)}`);
  return [...found].sort();
}

/** Tables a cell of the policy promises rows of. */
function promised(action: ReadingAction, role: Role, scope: Scope): string[] {
  const {
    own = {},
    ofCounty = [],
    ofStation = [],
    ofPoint = [],
    ofInvitation = [],
    expected = [],
    listed = [],
  } = readsOf(action);
  return [
    ...new Set([
      ...ofDispute(action, role, scope),
      ...Object.keys(own),
      ...ofCounty,
      ...ofStation,
      ...ofPoint,
      ...ofInvitation,
      ...expected,
      ...listed,
    ]),
  ];
}

/**
 * Rows that a cell of the policy promises to one viewer. A viewer with several relations to a dispute counts for the
 * strongest only.
 */
function promisedRows(rows: readonly SceneRow[], action: ReadingAction, scope: Scope, viewer: Viewer): SceneRow[] {
  const ofIt = ofDispute(action, viewer.actor.role, scope);
  return rows.filter((row) => {
    if (scope !== "any" && ofIt.includes(row.table) && strongest(relationsToRow(viewer, row)) !== scope) return false;
    return readsOf(action).listed?.includes(row.table) || cellAllows(action, scope, viewer, row);
  });
}

/** "table: role as scope (action)": what the policy promises and row-level security shows to nobody in that standing. */
export function hiddenDespitePolicy({ rows, viewers }: RowVisibility): string[] {
  const found = new Set<string>();
  const ofProceedings = new Set(rows.filter(({ proceedingId }) => proceedingId).map(({ table }) => table));
  for (const action of actions)
    for (const role of Object.keys(policy[action]) as Role[])
      for (const scope of scopesOf(action, role)) {
        const tables = promised(action, role, scope);
        // Whoever stands as successor to an earlier proceeding leads a later one, and has the dispute itself from that.
        const missing = new Set(scope === "successor" ? tables.filter((table) => ofProceedings.has(table)) : tables);
        const isShown = new Map<string, boolean>();
        for (const viewer of viewers.filter(({ actor }) => actor.role === role))
          for (const row of promisedRows(rows, action, scope, viewer)) {
            missing.delete(row.table);
            const source = readsOf(action).listed?.includes(row.table) ? row.table : tableAndLane(row);
            isShown.set(source, (isShown.get(source) ?? false) || isVisible(viewer, row));
          }
        for (const table of missing) found.add(`${table}: ${role} as ${scope} (${action}), nobody stands so`);
        for (const [source, shown] of isShown) if (!shown) found.add(`${source}: ${role} as ${scope} (${action})`);
      }
  return [...found].sort();
}
