import { roles } from "@/db/vocabulary";
import { closeness, isVisible, type RowVisibility, strength, tableAndLane } from "./row-visibility";

const order = [...strength, "own", "same-station", "any"];
const head = [
  "What PostgreSQL's row-level security lets each role read, asked of PostgreSQL in the scene of server/testing/rows.",
  "A cell names the standings through which rows are read: a relation to the row's dispute, else own (the row names the",
  "reader), same-station, any (none of these). ~ marks a standing that reads some of its rows only, · reads none.",
  "Beside it stands docs/access-matrix.txt, what the policy allows; server/access/reads.ts says which action shows which",
  "table, and server/testing/rows/known-differences.ts where the two differ, and why.",
  "",
];

/** Table (and lane) × role: through which standings rows are read. */
export function rowMatrix({ rows, viewers }: RowVisibility): string {
  const read = new Map<string, { seen: number; of: number }>();
  for (const viewer of viewers)
    for (const row of rows) {
      const key = `${tableAndLane(row)}\n${viewer.actor.role}\n${closeness(viewer, row)}`;
      const count = read.get(key) ?? { seen: 0, of: 0 };
      read.set(key, { seen: count.seen + (isVisible(viewer, row) ? 1 : 0), of: count.of + 1 });
    }
  const cell = (source: string, role: string) =>
    order
      .flatMap((one) => {
        const { seen, of } = read.get(`${source}\n${role}\n${one}`) ?? { seen: 0, of: 0 };
        if (seen === 0) return [];
        return [seen === of ? one : `${one}~`];
      })
      .join("+") || "·";
  const sources = [...new Set(rows.map(tableAndLane))].sort();
  const table = [["table", ...roles], ...sources.map((source) => [source, ...roles.map((role) => cell(source, role))])];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  const lines = table.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${[...head, ...lines].join("\n")}\n`;
}
