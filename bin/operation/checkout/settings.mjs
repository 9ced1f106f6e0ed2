import path from "node:path";
import { keyLines, readKeyRing } from "../../../db/encryption/key-ring.mjs";
import { Fault } from "../console/fault.mjs";
import { tryPort } from "../processes/free-port.mjs";
import { dataDir } from "./paths.mjs";
import { secretFile } from "./secret-file.mjs";

/** Where the web server listens: PORT (3000), on this machine only unless HOST says otherwise. */
export function address() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Fault(`PORT is "${process.env.PORT}", which is no port number.`);
  return { port, host: process.env.HOST || "127.0.0.1", base: `http://localhost:${port}` };
}

/** Fails with one sentence when another program listens there. @param {{ port: number, host: string }} where */
export async function demandFreePort({ port, host }) {
  // "localhost" may mean either family to a browser, so neither may lead to another program.
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const each of hosts) {
    if ((await tryPort(port, each)) !== null) continue;
    throw new Fault(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  }
}

/** The keys themselves: web and worker run as another user, who may not read the file. Empty before migrate made it. */
function contactKeys() {
  const ring = readKeyRing();
  return ring ? keyLines(ring) : "";
}

/**
 * The environment of web and worker. They get the addresses of the product's logins and never the owner's.
 * @param {Record<string, string>} logins their variables and addresses, as loginAddresses gives them
 * @param {{ port: number, base: string }} where
 * @param {"start" | "dev"} command of Next
 * @param {string} [secret] that signs the session cookies; one kept in `.data` by default
 * @param {readonly string[]} [dangers] what every page warns of
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(logins, { port, base }, command, secret, dangers = []) {
  // What PostgreSQL's own programs read (PGPASSWORD …) may be the owner's as well.
  const ownersWords = /^(?:DATABASE_URL|TEST_DATABASE_URL|PG[A-Z]+)$/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownersWords.test(name))),
    ...logins,
    NODE_ENV: command === "start" ? "production" : "development",
    ZHONGTIAO_FILES: process.env.ZHONGTIAO_FILES || path.join(dataDir, "files"),
    ZHONGTIAO_CHECKPOINTS: process.env.ZHONGTIAO_CHECKPOINTS || path.join(dataDir, "checkpoints"),
    ZHONGTIAO_CERTIFICATES: process.env.ZHONGTIAO_CERTIFICATES || path.join(dataDir, "certificates"),
    ZHONGTIAO_CONTACT_KEYS: contactKeys(),
    PORT: String(port),
    NEXTAUTH_URL: (!secret && process.env.NEXTAUTH_URL) || base,
    NEXTAUTH_SECRET: secret ?? (process.env.NEXTAUTH_SECRET || secretFile("nextauth-secret")),
    ZHONGTIAO_DANGERS: dangers.join(","),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
