import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Kinds of living text in the order in which they are created: each may use what comes before it. */
export const kinds = ["functions", "views", "triggers", "policies", "grants"] as const;
export type Kind = (typeof kinds)[number];

/** One file of db/sql: the whole current text of one kind in one area. */
export interface LivingText {
  kind: Kind;
  /** Relative to db/sql, as `functions/desk.sql`. */
  path: string;
  text: string;
  hash: string;
}

/** Everything under `folder`, in the order in which it is created. A folder of a kind may be missing while it would be empty. */
export function readLivingText(folder: string): LivingText[] {
  const stray = readdirSync(folder).filter((name) => name !== "README.md" && !kinds.some((kind) => kind === name));
  if (stray.length) throw new Error(`${stray.join(", ")} in ${folder}: it holds ${kinds.join(", ")} and nothing else`);
  return kinds.flatMap((kind) => {
    const within = path.join(folder, kind);
    if (!existsSync(within)) return [];
    const files = readdirSync(within).sort();
    return files.map((file) => {
      if (!file.endsWith(".sql")) throw new Error(`${path.join(within, file)} is not an .sql file`);
      const text = readFileSync(path.join(within, file), "utf8");
      return { kind, path: `${kind}/${file}`, text, hash: createHash("sha256").update(text).digest("hex") };
    });
  });
}
