import { isIP } from "node:net";
import { Fault } from "../console/fault.mjs";
import { allowedDangers } from "./safety.mjs";

/** @typedef {Readonly<Record<string, string | undefined>>} Settings */

/**
 * Settings by what their names begin with; another name that begins so is misspelled, and would count for nothing unseen.
 * Names within this product, which the supervisor gives to its children, are among them.
 */
const known = new Set(
  `ZHONGTIAO_ARCHIVE ZHONGTIAO_ARCHIVE_BASES ZHONGTIAO_BACKUP_KEY ZHONGTIAO_CERTIFICATES ZHONGTIAO_CHECKPOINTS ZHONGTIAO_CHECKPOINTS_COPY
   ZHONGTIAO_CONTACT_KEYS ZHONGTIAO_CONTACT_KEY_FILE ZHONGTIAO_DANGERS ZHONGTIAO_EXERCISED ZHONGTIAO_FILES
   ZHONGTIAO_MODULES ZHONGTIAO_POSTGRES ZHONGTIAO_PROCESS ZHONGTIAO_SEAL_PFX ZHONGTIAO_SEAL_PFX_PASSWORD ZHONGTIAO_STAMPED TRUSTED_PROXY TRUSTED_PROXY_HEADER
   OIDC_ISSUER OIDC_CLIENT_ID OIDC_CLIENT_SECRET OIDC_NAME ICS_ALLOW_PRIVATE DEMO_DATA DEMO_PASSWORD NEXTAUTH_URL
   NEXTAUTH_SECRET`.split(/\s+/),
);
const ours = /^(ZHONGTIAO|TRUSTED|OIDC|ICS|DEMO|NEXTAUTH)_/;

/** @type {Record<string, readonly string[]>} */
const choices = { DEMO_DATA: ["yes", "no"], ICS_ALLOW_PRIVATE: ["yes", "no"], DATABASE_PREPARED: ["yes", "no"] };

/** What is wrong with the settings of a start, each fault with the setting's name. @param {Settings} env */
export function settingFaults(env) {
  /** @type {string[]} */
  const faults = [];
  for (const name of Object.keys(env)) if (ours.test(name) && !known.has(name)) faults.push(`${name}: no such setting`);
  for (const [name, words] of Object.entries(choices))
    if (env[name] && !words.includes(env[name] ?? ""))
      faults.push(`${name} is "${env[name]}"; it takes ${words.join(" or ")}`);
  if (env.HOST && isIP(env.HOST) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(env.HOST))
    faults.push(`HOST is "${env.HOST}"; it takes the name or the address of an interface, such as 0.0.0.0`);
  if (env.NEXTAUTH_URL && !isAddress(env.NEXTAUTH_URL))
    faults.push(
      `NEXTAUTH_URL is "${env.NEXTAUTH_URL}"; it takes the address people open, such as https://tiao.example.cn, without a path`,
    );
  faults.push(...proxyFaults(env), ...providerFaults(env));
  // Whoever reaches a debugger runs programs; a connection whose certificate nobody checks is anybody's.
  if (/--inspect/.test(env.NODE_OPTIONS ?? "")) faults.push("NODE_OPTIONS opens a debugger (--inspect)");
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === "0")
    faults.push(
      "NODE_TLS_REJECT_UNAUTHORIZED=0 takes any certificate; name the one to be trusted by NODE_EXTRA_CA_CERTS",
    );
  return faults;
}

/** Fails with every setting that is wrong, before anything is started. @param {Settings} [env] */
export function demandSettings(env = process.env) {
  allowedDangers(env.ALLOW_UNSAFE);
  const faults = settingFaults(env);
  if (faults.length > 0) throw new Fault(`Not started: ${faults.join("; ")}.`);
}

/** @param {string} text */
function isAddress(text) {
  const address = URL.canParse(text) ? new URL(text) : null;
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    !address.username &&
    !address.password &&
    `${address.pathname}${address.search}${address.hash}` === "/"
  );
}

/** Without a proxy that is known by its address, everybody behind it shares one limit, or chooses their own. @param {Settings} env */
function proxyFaults({ TRUSTED_PROXY: proxies, TRUSTED_PROXY_HEADER: header }) {
  const faults = [];
  const odd = (proxies ?? "")
    .split(",")
    .map((each) => each.trim())
    .find((each) => each !== "" && isIP(each) === 0);
  if (odd) faults.push(`TRUSTED_PROXY names "${odd}"; it takes addresses such as 10.0.0.2, separated by commas`);
  if (proxies && !header)
    faults.push("TRUSTED_PROXY is set without TRUSTED_PROXY_HEADER, in which the proxy names the caller");
  if (header && !/^[a-z0-9-]+$/i.test(header.trim()))
    faults.push(`TRUSTED_PROXY_HEADER is "${header}"; it takes the name of one header, such as X-Forwarded-For`);
  return faults;
}

/** @param {Settings} env */
function providerFaults(env) {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  const missing = names.filter((name) => !env[name]);
  const isBegun = missing.length < names.length || Boolean(env.OIDC_NAME);
  return isBegun ? missing.map((name) => `${name} is missing, which single sign-on needs`) : [];
}
