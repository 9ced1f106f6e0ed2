import { textOf } from "./source-files.mjs";

// Below these versions an advisory is known; there is no audit service to ask.
/** @type {Record<string, string>} */
const floors = {
  next: "16.3.3",
  "next-auth": "4.24.15",
  "@trpc/server": "11.8.0",
  "drizzle-orm": "0.45.2",
  sharp: "0.35.4",
};
const forbidden = ["xlsx"];

/**
 * Packages by the place they are installed at.
 * @typedef {Record<string, { version: string, resolved?: string, optionalDependencies?: Record<string, string> }>} Packages
 */

/** The lock file can be installed anywhere, and holds no version with a known weakness. */
export function lockFile() {
  const { packages } = /** @type {{ packages: Packages }} */ (JSON.parse(textOf("package-lock.json")));
  const faults = [];
  for (const [place, { version, resolved, optionalDependencies }] of Object.entries(packages)) {
    const name = place.split("node_modules/").at(-1) ?? "";
    const floor = floors[name];
    if (forbidden.includes(name)) faults.push(`${name} is not to be used`);
    if (floor && isBelow(version, floor)) faults.push(`${name} ${version} is below ${floor}`);
    if (resolved?.startsWith("http"))
      faults.push(`${place} names a download address; npm install with omit-lockfile-registry-resolved`);
    for (const wanted of Object.keys(optionalDependencies ?? {})) {
      if (!find(packages, place, wanted))
        faults.push(`${wanted} (optional, of ${name}) is missing; npm ci refuses such a lock file`);
    }
  }
  for (const name of Object.keys(floors))
    if (!packages[`node_modules/${name}`]) faults.push(`${name} is not in the lock file`);
  if (faults.length) throw new Error(faults.join("\n"));
  return `${Object.keys(packages).length - 1} packages`;
}

/** @param {string} version @param {string} floor */
function isBelow(version, floor) {
  const have = version.split(/[.-]/).map(Number);
  const need = floor.split(/[.-]/).map(Number);
  const at = need.findIndex((number, index) => have[index] !== number);
  return at >= 0 && (have[at] ?? 0) < (need[at] ?? 0);
}

/** Whether Node would find `wanted` from `place`. @param {Packages} packages @param {string} place @param {string} wanted */
function find(packages, place, wanted) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${from}${from && "/"}node_modules/${wanted}`]) return true;
    if (!from) return false;
  }
}
