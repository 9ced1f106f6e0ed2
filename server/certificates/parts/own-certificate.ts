import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import forge from "node-forge";
import type { Signer } from "./signed-data";

const fileSetting = "ZHONGTIAO_SEAL_PFX";
const passwordSetting = "ZHONGTIAO_SEAL_PFX_PASSWORD";
type Settings = Readonly<Record<string, string | undefined>>;

/**
 * The certificate that the settings name, from an authority elsewhere, with its key; null where they name none. Refused by the
 * setting's name where the file cannot be read or opened, holds no RSA key with its certificate, or has ended.
 */
export function ownSigner(env: Settings, now: Date): Signer | null {
  const file = env[fileSetting];
  if (!file) {
    if (env[passwordSetting]) throw new Error(`${passwordSetting} is set without ${fileSetting}, the file it opens.`);
    return null;
  }
  const signer = signerIn(opened(file, env[passwordSetting] ?? ""), file);
  const [own] = signer.chain;
  if (!own) throw refused(file, "holds no certificate of its key");
  if (new Date(own.validTo) <= now) throw refused(file, `ended on ${new Date(own.validTo).toISOString().slice(0, 10)}`);
  if (new Date(own.validFrom) > now)
    throw refused(file, `begins on ${new Date(own.validFrom).toISOString().slice(0, 10)}`);
  return signer;
}

const refused = (file: string, why: string) => new Error(`The certificate in ${file} (${fileSetting}) ${why}.`);

function opened(file: string, password: string): forge.pkcs12.Pkcs12Pfx {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw refused(file, `cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString("binary")), password);
  } catch {
    throw refused(file, `cannot be opened: it is no PFX, or ${passwordSetting} is not its password`);
  }
}

const { certBag, keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids as Record<string, string>;

function signerIn(pfx: forge.pkcs12.Pkcs12Pfx, file: string): Signer {
  const bagsOf = (bagType = "") => pfx.getBags({ bagType })[bagType] ?? [];
  const found = [...bagsOf(pkcs8ShroudedKeyBag), ...bagsOf(keyBag)].find(({ key }) => key)?.key;
  if (!found) throw refused(file, "holds no RSA key");
  const key = createPrivateKey(forge.pki.privateKeyToPem(found));
  const all = bagsOf(certBag).flatMap(({ cert }) =>
    cert ? [new X509Certificate(forge.pki.certificateToPem(cert))] : [],
  );
  const own = all.find((one) => one.checkPrivateKey(key));
  return { key, chain: own ? chainFrom(own, all) : [] };
}

/** The certificates from one's own upwards, as far as the file has them. */
function chainFrom(own: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [own];
  for (let last = own; !last.checkIssued(last); ) {
    const issuer = all.find((one) => one !== last && last.checkIssued(one) && last.verify(one.publicKey));
    if (!issuer || chain.includes(issuer)) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}
