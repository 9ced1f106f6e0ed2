import path from "node:path";
import { Fault } from "../fault.mjs";
import { dataDir } from "../paths.mjs";
import { account, barredFolder } from "./account.mjs";
import { binaries } from "./binaries.mjs";

/**
 * The programs, the user they run as, and the proof that this user can reach both them and `folder`.
 * @param {string} [folder] where the cluster will live
 */
export function place(folder = dataDir) {
  const programs = binaries();
  const as = account();
  const barred = barredFolder(programs.native, as) ?? barredFolder(path.dirname(folder), as);
  if (barred) {
    throw new Fault(
      `PostgreSQL refuses to run as root, so it runs as the user 'postgres', and that user may not enter ${barred}. ` +
        "Either move this folder to a place every user may read (for instance under /srv or /opt), " +
        `or open the way (chmod o+x ${barred}), or start as an ordinary user, ` +
        "or name a server: DATABASE_URL=postgres://user:password@host/database",
    );
  }
  return { programs, as };
}
