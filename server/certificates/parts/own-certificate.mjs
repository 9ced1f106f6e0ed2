import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import forge from "node-forge";

const fileSetting = "ZHONGTIAO_SEAL_PFX";
const passwordSetting = "ZHONGTIAO_SEAL_PFX_PASSWORD";

/** @typedef {import("./signed-data").Signer} Signer */

/**
 * The certificate that the settings name, from an authority elsewhere, with its key; null where they name none. Refused by the
 * setting's name where the file cannot be read or opened, holds no RSA key with its certificate, or has ended. A program like
 * this, as the start asks it before anything runs.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {Date} now
 * @returns {Signer | null}
 */
export function ownSigner(env, now) {
  const file = env[fileSetting];
  if (!file) {
    if (env[passwordSetting]) throw new Error(`${passwordSetting} is set without ${fileSetting}, the file it opens.`);
    return null;
  }
  const signer = signerIn(opened(file, env[passwordSetting] ?? ""), file);
  const [own] = signer.chain;
  if (!own) throw refused(file, "holds no certificate of its key");
  const [from, to] = [new Date(own.validFrom), new Date(own.validTo)];
  if (to <= now) throw refused(file, `ended on ${to.toISOString().slice(0, 10)}`);
  if (from > now) throw refused(file, `begins on ${from.toISOString().slice(0, 10)}`);
  return signer;
}

/** @param {string} file @param {string} why */
const refused = (file, why) => new Error(`The certificate in ${file} (${fileSetting}) ${why}.`);

/** @param {string} file @param {string} password @returns {forge.pkcs12.Pkcs12Pfx} */
function opened(file, password) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw refused(file, `cannot be read (${/** @type {NodeJS.ErrnoException} */ (error).code})`);
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString("binary")), password);
  } catch {
    throw refused(file, `cannot be opened: it is no PFX, or ${passwordSetting} is not its password`);
  }
}

/** @param {forge.pkcs12.Pkcs12Pfx} pfx @param {string} file @returns {Signer} */
function signerIn(pfx, file) {
  /** @param {string | undefined} bagType */
  const bagsOf = (bagType = "") => pfx.getBags({ bagType })[bagType] ?? [];
  const { certBag, keyBag, pkcs8ShroudedKeyBag } = /** @type {Record<string, string>} */ (forge.pki.oids);
  const found = [...bagsOf(pkcs8ShroudedKeyBag), ...bagsOf(keyBag)].find(({ key }) => key)?.key;
  if (!found) throw refused(file, "holds no RSA key");
  const key = createPrivateKey(forge.pki.privateKeyToPem(found));
  const all = bagsOf(certBag).flatMap(({ cert }) =>
    cert ? [new X509Certificate(forge.pki.certificateToPem(cert))] : [],
  );
  const own = all.find((one) => one.checkPrivateKey(key));
  return { key, chain: own ? chainFrom(own, all) : [] };
}

/**
 * The certificates from one's own upwards, as far as the file has them.
 * @param {X509Certificate} own @param {readonly X509Certificate[]} all
 */
function chainFrom(own, all) {
  const chain = [own];
  for (let last = own; !last.checkIssued(last); ) {
    const issuer = all.find((one) => one !== last && last.checkIssued(one) && last.verify(one.publicKey));
    if (!issuer || chain.includes(issuer)) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}
