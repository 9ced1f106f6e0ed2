import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

// Not domain modules: their files have names of their own.
const free = new Set(["kernel", "access", "trpc", "api", "testing", "jobs"]);
// What stands at a module's root beside its verbs: what it takes, what it offers, its reads where one file holds them.
const fixed = new Set(["inputs", "router", "queries"]);
// Tables that people read, and the write path. This list grows by an ADR only.
const tables = new Set([
  "server/disputes/lifecycle.ts",
  "server/disputes/requirements.ts",
  "server/disputes/perform.ts",
  "server/panel/defaults.ts",
]);
const rooms = new Set(["parts", "reads"]);
// Rooms of one module alone.
const ownRooms = new Set(["server/notifications/ports"]);
/** Who may ask for an act from outside: routers, the worker's tasks, route handlers. */
const doors = /^server\/([^/]+\/router|jobs\/(notification-)?tasks)\.ts$|^app\/.*\/route\.ts$/;

const imported = /import (?:type )?\{([^}]*)\} from "([^"]+)"/g;
const answered = /\b(?:question|linkQuestion)\((?:"[^"]+", \w+, )?(\w+)\)/g;
const commanded = /\bcommand\("[^"]+", \w+, (\w+)\)/g;

/**
 * Verb, part and read are visible apart (docs/adr/0021-verbs-parts-reads.md). In a module with a router: at its root the verbs
 * that a door names and nothing else; in parts/ what verbs share; reads in queries.ts, or in reads/ where one file
 * does not hold them. A module without a router is such a room itself, shared by the modules above it.
 */
export function moduleRooms() {
  const files = sourceFiles(/^server\/.*\.ts$/, "server").filter((file) => !file.endsWith(".test.ts"));
  const there = new Set(files);
  const routed = new Set(files.filter((file) => file.endsWith("/router.ts")).map((file) => path.dirname(file)));
  const named = new Set(
    sourceFiles(/\.ts$/, "app")
      .concat(files)
      .filter((file) => doors.test(file))
      .flatMap((file) => [...importsOf(file).values()]),
  );
  /** @type {string[]} */
  const faults = [];
  for (const file of files) {
    const [, module = "", ...rest] = file.split("/");
    if (free.has(module) || !routed.has(`server/${module}`)) continue;
    if (rest.length === 1) checkRoot(file, named, faults);
    else if (!ownRooms.has(path.dirname(file)) && (rest.length > 2 || !rooms.has(rest[0] ?? "")))
      faults.push(`${file}: a module has the rooms parts/ and reads/, and none below them`);
  }
  for (const module of routed) {
    if (there.has(`${module}/queries.ts`) && files.some((file) => file.startsWith(`${module}/reads/`)))
      faults.push(`${module} has both queries.ts and reads/: let reads/ hold them all`);
    if (!free.has(path.basename(module))) checkRouter(`${module}/router.ts`, faults);
  }
  if (faults.length) throw new Error(faults.join("\n"));
  return `${routed.size} modules with a router, ${named.size} files named by doors`;
}

/**
 * @param {string} file
 * @param {Set<string>} named files that doors name
 * @param {string[]} faults where to add
 */
function checkRoot(file, named, faults) {
  if (fixed.has(path.basename(file, ".ts")) || tables.has(file) || named.has(file)) return;
  faults.push(
    `${file} is named by no router, task or route handler: what verbs share goes to parts/, what only reads to reads/`,
  );
}

/**
 * A question answers from the reads, a command is a verb at some module's root.
 * @param {string} router
 * @param {string[]} faults where to add
 */
function checkRouter(router, faults) {
  const imports = importsOf(router);
  /** @param {string} file */
  const isRead = (file) => file.endsWith("/queries.ts") || file.split("/")[2] === "reads";
  for (const [, name = ""] of textOf(router).matchAll(answered)) {
    const file = imports.get(name);
    if (file && !isRead(file)) faults.push(`${router}: the question ${name} is answered by ${file}: move it to reads/`);
  }
  for (const [, name = ""] of textOf(router).matchAll(commanded)) {
    const file = imports.get(name);
    if (file && (isRead(file) || file.split("/").length > 3))
      faults.push(`${router}: the command ${name} lies in ${file}: a verb stands at its module's root`);
  }
}

/** @param {string} file @returns {Map<string, string>} what it imports from our own files: name → file */
function importsOf(file) {
  const found = new Map();
  for (const [, names = "", from = ""] of textOf(file).matchAll(imported)) {
    const target = from.startsWith("@/") ? from.slice(2) : path.posix.join(path.posix.dirname(file), from);
    for (const name of names.split(",")) {
      const plain = name
        .replace(/^\s*type /, "")
        .replace(/^.* as /, "")
        .trim();
      if (plain) found.set(plain, `${target}.ts`);
    }
  }
  return found;
}
