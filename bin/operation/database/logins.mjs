import { createHash } from "node:crypto";
import { secretFile } from "../checkout/secret-file.mjs";
import { Fault } from "../console/fault.mjs";

/** PostgreSQL cuts longer names off. */
const longest = 63;

/**
 * The addresses of the logins that web and worker use, made from the owner's. Roles belong to the whole server, so that
 * their names contain that of the database. `migrate` creates them.
 * @param {string} owner address of the database as its owner
 * @param {(login: string) => string} [secretOf] the password of a login; kept in `.data` by default
 * @returns {{ DATABASE_PEOPLE_URL: string, DATABASE_SYSTEM_URL: string, DATABASE_QUEUE_URL: string }}
 */
export function loginAddresses(owner, secretOf = (login) => secretFile(`database-${login}-password`)) {
  const database = decodeURIComponent(new URL(owner).pathname.slice(1)) || decodeURIComponent(new URL(owner).username);
  /** @param {string} login */
  const address = (login) => {
    const url = new URL(owner);
    url.username = loginName(database, login);
    url.password = secretOf(login);
    if (!url.username)
      throw new Fault("DATABASE_URL has to name the host of its server: postgres://user:password@host/database");
    return url.href;
  };
  return {
    DATABASE_PEOPLE_URL: address("people"),
    DATABASE_SYSTEM_URL: address("system"),
    DATABASE_QUEUE_URL: address("queue"),
  };
}

/** @param {string} database @param {string} login */
function loginName(database, login) {
  const name = `${database}_login_${login}`;
  if (Buffer.byteLength(name) <= longest) return name;
  return `zhongtiao_${createHash("sha256").update(database).digest("hex").slice(0, 24)}_login_${login}`;
}
