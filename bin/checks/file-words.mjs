import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

// Names that say nothing about the content: what goes into such a file is not found again.
const drawers = /^(utils?|helpers?|service|services|manager|common|misc|shared|lib|index|types|constants)(\.|$)/;
// Not domain modules: their files have names of their own.
const freeModules = new Set(["kernel", "access", "trpc", "api", "testing", "demo", "jobs"]);
const fixed = new Set(["inputs", "choices", "lifecycle", "requirements", "queries", "router"]);
// Files that write although no single verb names them: the write path. This list only shrinks.
const writePath = new Set(["server/disputes/perform.ts", "server/disputes/parts/settle.ts"]);
const writes = /\.(insert|update|delete)\(|\b(insert into|delete from)\s|\bupdate \w+ set\b/i;
// `update` is also a method of a hash, which writes nothing to the database.
const hashing = /create(Hash|Hmac)\([^)]*\)\s*\.update\(/g;
const verbs = new Set(
  (
    "accept activate add amend answer apply ask archive assess assign attach book call cancel change check close confirm contest convene correct create decide decline disable disclose draft draw " +
    "describe enable end escalate exclude expire extend find follow give grant group hand hold invite keep leave link list make mark merge move name number offer open order pass plan propose raise read record refuse register release remind remove rename renegotiate reopen report request require reset restrict retry return reveal review revoke seal seat see send set settle show sign start state stop substitute summon swap take tell tick transfer triage update urge verify " +
    "visit void waive withdraw write"
  ).split(" "),
);

/** The closed vocabulary of file names: one verb per file, no names that could hold anything. */
export function fileWords() {
  /** @type {string[]} */
  const faults = [];
  const files = sourceFiles(/^(app|server|db|e2e|bin)\/.*\.(ts|tsx|mjs)$/);
  for (const file of files) {
    const parts = file.split("/");
    const [top, module] = parts;
    const drawer = parts.find((part) => drawers.test(part));
    if (drawer) faults.push(`${file}: "${drawer}" says nothing; name the file by what it does`);
    if (!/^[a-z0-9.()[\]_@-]+$/.test(path.basename(file).replace("[...nextauth]", "")))
      faults.push(`${file}: names are kebab-case`);
    if (top === "server" && module && parts.length > 2 && !freeModules.has(module)) checkModuleFile(file, faults);
  }
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}

/**
 * What changes something is called by its verb; a noun names something that is only read or worked out.
 * @param {string} file
 * @param {string[]} faults where to add
 */
function checkModuleFile(file, faults) {
  const word = path.basename(file).replace(/\.ts$/, "");
  if (file.endsWith(".test.ts") || writePath.has(file) || !writes.test(textOf(file).replaceAll(hashing, ""))) return;
  const [verb = "", noun] = word.split("-");
  if (file.split("/")[2] === "reads" || word === "queries") faults.push(`${file} writes: among the reads nothing does`);
  else if (!fixed.has(word) && !(verbs.has(verb) && noun))
    faults.push(
      `${file} writes, but "${verb}" is no verb of bin/checks/file-words.mjs. Call it <verb>-<noun>.ts; a verb that people use may be added there`,
    );
}
