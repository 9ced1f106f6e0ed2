import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { Fault } from "../console/fault.mjs";

const isRoot = process.getuid?.() === 0;

/**
 * The user the server runs as. PostgreSQL refuses to run as root, so root starts it as the system user
 * `postgres`, created when absent; any other user starts it as themselves.
 * @returns {{ uid?: number, gid?: number }}
 */
export function account() {
  if (!isRoot) return {};
  const user = systemUser("postgres");
  if (user) return user;
  throw new Fault(
    "You are root, PostgreSQL refuses to run as root, and the system user 'postgres' could not be made. " +
      "Run this as an ordinary user, or name a server: DATABASE_URL=postgres://…",
  );
}

/**
 * The ids of a system user, made when absent; null where that is impossible. For root alone.
 * @param {string} name
 * @returns {{ uid: number, gid: number } | null}
 */
export function systemUser(name) {
  /** @param {"-u" | "-g"} flag */
  const id = (flag) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name], {
        stdio: "ignore",
      });
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      return null;
    }
  }
}

/**
 * The first folder on the way to `place` that the server's user may not enter, or null.
 * @param {string} place
 * @param {{ uid?: number, gid?: number }} as
 * @returns {string | null}
 */
export function barredFolder(place, as) {
  if (as.uid === undefined) return null;
  const folders = [];
  for (let at = path.resolve(place); ; at = path.dirname(at)) {
    folders.unshift(at);
    if (at === path.dirname(at)) break;
  }
  return folders.find((folder) => spawnSync("test", ["-x", folder], { ...as, cwd: "/" }).status !== 0) ?? null;
}
