import { keyFile, namesKeys, readKeyRing } from "../../../db/encryption/key-ring.mjs";
import { Fault } from "../console/fault.mjs";

/**
 * demo: accounts whose password is known · http: sign-ins and case facts readable on the way · root: the web server
 * runs with all rights. @typedef {"demo" | "http" | "root"} Danger
 */

/** @type {Record<Danger, string>} */
const reasons = {
  demo: "this database holds demo accounts, whose password is known. Use an empty database with DEMO_DATA=no",
  http: "people would sign in without https. Put a proxy with a certificate in front and name its address: NEXTAUTH_URL=https://…",
  root: "web and worker would run as root",
};
const dangers = /** @type {Danger[]} */ (Object.keys(reasons));

/**
 * What a start needs to know about who can reach it. Fails where people would sign in over the network without https.
 * @param {{ host: string, base: string }} where
 * @param {string | undefined} [publicAddress]
 */
export function demandSafeReach({ host, base }, publicAddress = process.env.NEXTAUTH_URL) {
  const reachable = isReachable({ host, base: publicAddress || base });
  const isPlain = reachable && !publicAddress?.startsWith("https://");
  if (isPlain) demandAllowed("http");
  return {
    isReachable: reachable,
    /** What every page warns of. @param {boolean} hasDemo @returns {Danger[]} */
    dangers: (hasDemo) =>
      dangers.filter((danger) => (danger === "demo" && reachable && hasDemo) || (danger === "http" && isPlain)),
  };
}

/** Whether other machines reach the system: by HOST, or through a proxy that NEXTAUTH_URL names. @param {{ host: string, base: string }} where */
export const isReachable = ({ host, base }) => !isLoopback(host) || !isLoopback(new URL(base).hostname);

/** @param {string} host */
const isLoopback = (host) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

/** What ALLOW_UNSAFE permits by name. @param {string | undefined} setting @returns {Danger[]} */
export function allowedDangers(setting = process.env.ALLOW_UNSAFE) {
  const named = (setting ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
  const unknown = named.find((each) => !dangers.some((danger) => danger === each));
  if (unknown) throw new Fault(`ALLOW_UNSAFE names "${unknown}"; it takes ${dangers.join(", ")}, separated by commas.`);
  return dangers.filter((danger) => named.includes(danger));
}

/** Fails with the reason, unless ALLOW_UNSAFE permits this danger. @param {Danger} danger @param {string} [more] */
export function demandAllowed(danger, more = "") {
  if (allowedDangers().includes(danger)) return;
  throw new Fault(
    `Not started: ${reasons[danger]}.${more ? ` ${more}` : ""} To start nevertheless, with a warning on every page: ALLOW_UNSAFE=${[...allowedDangers(), danger].join(",")}`,
  );
}

/** Fails when sign-ins would travel to the single sign-on provider without https. @param {string | undefined} [issuer] */
export function demandSafeProvider(issuer = process.env.OIDC_ISSUER) {
  if (!issuer) return;
  const address = URL.canParse(issuer) ? new URL(issuer) : null;
  if (!address || (address.protocol !== "https:" && !isLoopback(address.hostname)))
    throw new Fault(`Not started: OIDC_ISSUER is "${issuer}"; it has to be an https address.`);
}

/**
 * Fails when the secret that signs cookies could be guessed. Without NEXTAUTH_SECRET a random one is made and kept.
 * @param {string | undefined} [secret]
 */
export function demandStrongSecret(secret = process.env.NEXTAUTH_SECRET) {
  if (!secret) return;
  const isWeak = secret.length < 32 || new Set(secret).size < 12 || /change.?me|secret|password|example/i.test(secret);
  if (isWeak)
    throw new Fault(
      "Not started: NEXTAUTH_SECRET is short, simple or an example. Leave it out (a random one is kept in .data), or make one: openssl rand -base64 32",
    );
}

/**
 * Fails when the keys of encrypted phones and addresses are malformed, weak, open to others or named and not there. Where
 * other machines reach the system they may not lie beside the database by default: whoever takes `.data` has both then.
 * @param {{ isReachable: boolean }} where
 */
export function demandContactKeys({ isReachable: isOpen }) {
  const make = "npm run db:rekey -- --new-key <file>, then ZHONGTIAO_CONTACT_KEY_FILE=<file>";
  if (isOpen && !namesKeys() && !allowedDangers().includes("demo"))
    throw new Fault(
      `Not started: ZHONGTIAO_CONTACT_KEY_FILE is not set, and the keys of phones, addresses and ID numbers would lie in .data beside the database. Make them outside of it: ${make}. If there is a file .data/contact-keys already, move that one there.`,
    );
  try {
    if (!readKeyRing() && namesKeys())
      throw new Error(
        `ZHONGTIAO_CONTACT_KEY_FILE names ${keyFile()}, which is not there. Put it there, or make one: ${make}`,
      );
  } catch (error) {
    throw new Fault(`Not started: ${error instanceof Error ? error.message : String(error)}`);
  }
}
