import { readFileSync } from "node:fs";
import path from "node:path";
import type { Relation, Role } from "@/db/vocabulary";

/** What docs/access-matrix.txt says of each table in it: row → column → the words of the cell. */
type Recorded = ReadonlyMap<string, Readonly<Record<string, string>>>;

const file = path.resolve(import.meta.dirname, "../../../docs/access-matrix.txt");

/** The recorded table whose first column has this head; its rows are named by the column `by`. */
export function recordedTable(head: string, by = head): Recorded {
  const block = readFileSync(file, "utf8")
    .split("\n\n")
    .find((text) => text.startsWith(`${head} `));
  const [heads = [], ...rows] = (block ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/\s{2,}/));
  const asRecord = (cells: readonly string[]) => Object.fromEntries(heads.map((name, i) => [name, cells[i] ?? ""]));
  return new Map(rows.map(asRecord).map((row) => [row[by] ?? "", row]));
}

/** Whether the recorded cell of an action lets this role act with these relations. */
export function recordedAllows(recorded: Recorded, action: string, role: Role, held: readonly Relation[]): boolean {
  const scopes = recorded.get(action)?.[role]?.split("+") ?? [];
  return scopes.includes("any") || held.some((relation) => scopes.includes(relation));
}
