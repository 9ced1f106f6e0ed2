import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const folders = ["app", "bench", "bin", "db", "server"];
const connection = "db/client.ts";
const address = /\b(TEST_ADMIN_URL|DATABASE_URL)\b/;
const valueImport =
  /^\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)|^import\s+"([^"]+)"/gm;
const onlyTypes = /^\s*import\s*\{\s*(type \w+( as \w+)?,?\s*)+\}\s*from/;
const endings = ["", ".ts", ".tsx", ".mjs"];

/**
 * Every unit test below `root`, in two groups: a test whose imports never reach the database's connection runs without
 * a database; the others each get a clone of the template. Worked out from the imports, so there is no list to maintain.
 */
export function sortTests(root: string): { pure: string[]; onDatabase: string[] } {
  const importsOf = readerOfImports(root);
  const groups: { pure: string[]; onDatabase: string[] } = { pure: [], onDatabase: [] };
  for (const test of testsBelow(root)) {
    const reached = new Set([test]);
    // A set grows while it is walked: this visits everything the test can reach.
    for (const file of reached) for (const next of importsOf(file)) reached.add(next);
    const needsDatabase = reached.has(connection) || address.test(readFileSync(path.join(root, test), "utf8"));
    groups[needsDatabase ? "onDatabase" : "pure"].push(test);
  }
  return groups;
}

const testsBelow = (root: string): string[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
      .sort(),
  );

/** The files of ours that a file imports as values; each file is read once. */
export function readerOfImports(root: string): (file: string) => string[] {
  const known = new Map<string, string[]>();
  return (file) => {
    let found = known.get(file);
    if (!found) {
      found = importsIn(root, file);
      known.set(file, found);
    }
    return found;
  };
}

function importsIn(root: string, file: string): string[] {
  if (!/\.(ts|tsx|mjs)$/.test(file)) return [];
  const statements = readFileSync(path.join(root, file), "utf8").matchAll(valueImport);
  return [...statements].flatMap(([statement, ...names]) => {
    const name = names.find(Boolean) ?? "";
    if (onlyTypes.test(statement)) return [];
    if (!name.startsWith("@/") && !name.startsWith(".")) return [];
    const place = name.startsWith("@/") ? name.slice(2) : path.posix.join(path.posix.dirname(file), name);
    return endings
      .map((ending) => place + ending)
      .filter((each) => isFile(path.join(root, each)))
      .slice(0, 1);
  });
}

const isFile = (place: string) => existsSync(place) && statSync(place).isFile();
