import { spawnSync } from "node:child_process";
import path from "node:path";
import { Fault } from "../fault.mjs";
import { account, barredFolder } from "./account.mjs";
import { binaries } from "./binaries.mjs";

/**
 * The server programs and the user they run as, with the proof that this user can reach both them
 * and the place of the cluster.
 * @param {string} dir where the cluster lives or will live
 */
export function place(dir) {
  const programs = binaries();
  const as = account();
  const barred = barredFolder(programs.native, as) ?? barredFolder(path.dirname(dir), as);
  if (barred) {
    throw new Fault(
      `PostgreSQL refuses to run as root, so it runs as the user 'postgres', and that user may not enter ${barred}. ` +
        "Either move this folder to a place every user may read (for instance under /srv or /opt), " +
        `or open the way (chmod o+x ${barred}), or start as an ordinary user, ` +
        "or name a server: DATABASE_URL=postgres://user:password@host/database",
    );
  }
  const probe = spawnSync(programs.postgres, ["--version"], { ...as, cwd: "/", encoding: "utf8" });
  if (probe.status === 0) return { programs, as };
  throw new Fault(
    `The PostgreSQL that npm brought does not run here: ${(probe.stderr || probe.error?.message || "no reason given").trim()}\n` +
      "Name a PostgreSQL server of version 15 or newer: DATABASE_URL=postgres://user:password@host/database",
  );
}
