import { spawnSync } from "node:child_process";
import { Fault } from "../console/fault.mjs";

/**
 * Gives the superuser of a cluster that does not run the password of this checkout: that of a copy may be another
 * machine's. The server is started for one statement, without a network.
 * @param {{ postgres: string, as: { uid?: number, gid?: number } }} programs
 * @param {string} dir
 * @param {string} password in letters that need no quoting
 */
export function setPassword({ postgres, as }, dir, password) {
  const { status, stdout, stderr } = spawnSync(
    postgres,
    ["--single", "-D", dir, "-c", "log_min_messages=fatal", "postgres"],
    {
      ...as,
      cwd: "/",
      encoding: "utf8",
      input: `alter role postgres password '${password}'\n`,
    },
  );
  if (status !== 0 || /ERROR:/.test(stdout + stderr))
    throw new Fault(`The restored database does not take its password:\n${(stderr || stdout).trim()}`);
}
