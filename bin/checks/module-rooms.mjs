import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

// Not domain modules: their files have names of their own.
const free = new Set(["kernel", "access", "trpc", "api", "testing", "jobs"]);
// Files at a module's root that are not verbs: its inputs, what forms know of them, its procedures, and its reads where one file is enough.
const fixed = new Set(["inputs", "choices", "router", "queries"]);
// Tables that people read, and the write path. This list grows by an ADR only.
const tables = new Set([
  "server/disputes/lifecycle.ts",
  "server/disputes/requirements.ts",
  "server/disputes/perform.ts",
  "server/panel/defaults.ts",
  "server/papers/model.ts",
]);
const rooms = new Set(["parts", "reads"]);
// Folders that only one module has: ports to the outside, and what official papers are made of.
const ownRooms = new Set([
  "server/notifications/ports",
  "server/papers/draw",
  "server/papers/facts",
  "server/papers/forms",
  "server/papers/templates",
  "server/papers/words",
]);
/** Files that call verbs from outside a module: routers, the worker's tasks, route handlers. */
const entryFiles = /^server\/([^/]+\/router|jobs\/(notification-)?tasks)\.ts$|^app\/.*\/route\.ts$/;

const imported = /import (?:type )?\{([^}]*)\} from "([^"]+)"/g;
const answered = /\b(?:question|linkQuestion)\((?:"[^"]+", \w+, )?(\w+)\)/g;
const commanded = /\bcommand\("[^"]+", \w+, (\w+)\)/g;

/**
 * Verbs, parts and reads can be told by their place (docs/adr/0021-verbs-parts-reads.md). A module with a router has at
 * its root only verbs that a router, task or route handler names; in parts/ what verbs share; its reads in queries.ts, or
 * in reads/ where one file is not enough. A module without a router is free in this, since modules above it share it.
 */
export function moduleRooms() {
  const files = sourceFiles(/^server\/.*\.ts$/, "server").filter((file) => !file.endsWith(".test.ts"));
  const there = new Set(files);
  const routed = new Set(files.filter((file) => file.endsWith("/router.ts")).map((file) => path.dirname(file)));
  const named = new Set(
    sourceFiles(/\.ts$/, "app")
      .concat(files)
      .filter((file) => entryFiles.test(file))
      .flatMap((file) => [...importsOf(file).values()]),
  );
  /** @type {string[]} */
  const faults = [];
  for (const file of files) {
    const [, module = "", ...rest] = file.split("/");
    if (free.has(module) || !routed.has(`server/${module}`)) continue;
    if (rest.length === 1) checkRoot(file, named, faults);
    else if (!ownRooms.has(path.dirname(file)) && (rest.length > 2 || !rooms.has(rest[0] ?? "")))
      faults.push(`${file}: a module has the folders parts/ and reads/, and none inside them`);
  }
  for (const module of routed) {
    if (there.has(`${module}/queries.ts`) && files.some((file) => file.startsWith(`${module}/reads/`)))
      faults.push(`${module} has both queries.ts and reads/: let reads/ hold them all`);
    if (!free.has(path.basename(module))) checkRouter(`${module}/router.ts`, faults);
  }
  if (faults.length) throw new Error(faults.join("\n"));
  return `${routed.size} modules with a router, ${named.size} files named by routers, tasks and routes`;
}

/**
 * @param {string} file
 * @param {Set<string>} named files that routers, tasks and route handlers name
 * @param {string[]} faults where to add
 */
function checkRoot(file, named, faults) {
  if (fixed.has(path.basename(file, ".ts")) || tables.has(file) || named.has(file)) return;
  faults.push(
    `${file} is named by no router, task or route handler: what verbs share goes to parts/, what only reads to reads/`,
  );
}

/**
 * A question calls a read, a command calls a verb at the root of some module.
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
