import { spawnSync } from "node:child_process";
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../checkout/paths.mjs";
import { demandAllowed } from "../checkout/safety.mjs";
import { barredFolder, systemUser } from "../postgres/account.mjs";

const name = "zhongtiao";

/** @typedef {{ uid?: number, gid?: number }} Ids */

/**
 * The user web and worker run as: when root starts them, the system user `zhongtiao`, made when absent, who then owns
 * the folders they write into; otherwise whoever starts them. Where root cannot become that user, a container goes on as root,
 * which has only the container's rights there; any other machine refuses (ALLOW_UNSAFE=root permits it).
 * @param {readonly string[]} folders that they write into
 * @returns {Ids}
 */
export function ordinaryUser(folders) {
  if (process.getuid?.() !== 0) return {};
  const as = systemUser(name);
  for (const folder of folders) {
    mkdirSync(path.dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  }
  const barred = as && whatIsBarred(as, folders);
  if (!as || barred) {
    const why = barred ? `The user '${name}' may not read ${barred}.` : `The user '${name}' could not be made.`;
    if (!isContainer())
      demandAllowed("root", `${why} Start as an ordinary user, or move this folder under /srv or /opt.`);
    return {};
  }
  for (const folder of folders) giveTo(folder, as);
  return as;
}

/** The first thing that user needs and may not read, or null. @param {Ids} as @param {readonly string[]} folders */
function whatIsBarred(as, folders) {
  const places = [root, path.dirname(process.execPath), ...folders.map((folder) => path.dirname(path.resolve(folder)))];
  const barred = places.map((place) => barredFolder(place, as)).find(Boolean);
  if (barred) return barred;
  const isReadable = spawnSync("test", ["-r", path.join(root, "package.json")], { ...as, cwd: "/" }).status === 0;
  return isReadable ? null : root;
}

/** Also what root wrote into it since, by other programs of this checkout. @param {string} folder @param {Ids} as */
function giveTo(folder, as) {
  /** @param {string} at */
  const give = (at) => {
    const entry = lstatSync(at);
    // A link may lead to what is not ours.
    if (entry.isSymbolicLink()) return;
    if (entry.isDirectory()) for (const each of readdirSync(at)) give(path.join(at, each));
    if (entry.uid !== as.uid) chownSync(at, /** @type {number} */ (as.uid), /** @type {number} */ (as.gid));
  };
  give(folder);
}

function isContainer() {
  if (existsSync("/.dockerenv") || existsSync("/run/.containerenv") || process.env.KUBERNETES_SERVICE_HOST) return true;
  try {
    return /docker|kubepods|containerd|lxc/.test(readFileSync("/proc/1/cgroup", "utf8"));
  } catch {
    return false;
  }
}
