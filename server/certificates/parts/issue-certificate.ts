import { generateKeyPair, type KeyObject, randomBytes, X509Certificate } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";

const { md } = forge;
const day = 86_400_000;
/** A new pair of keys: RSA, which every reader of PDF knows. */
export const newKey = async (modulusLength: number): Promise<KeyObject> =>
  (await promisify(generateKeyPair)("rsa", { modulusLength })).privateKey;

const pemOf = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();
const forgeKey = (key: KeyObject) => forge.pki.privateKeyFromPem(pemOf(key)) as forge.pki.rsa.PrivateKey;

interface Named {
  name: string;
  unit: string;
}
interface Issued {
  subject: Named;
  key: KeyObject;
  now: Date;
  years: number;
}

const attributes = ({ name, unit }: Named): forge.pki.CertificateField[] => [
  { name: "countryName", value: "CN" },
  // Chinese names, which forge writes as Latin ones where it is told nothing else.
  { name: "organizationName", value: unit, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
  { name: "commonName", value: name, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
];

function unsigned({ subject, key, now, years }: Issued): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  const { n, e } = forgeKey(key);
  certificate.publicKey = forge.pki.rsa.setPublicKey(n, e);
  // The first half byte is below 8: a serial number is positive. Never 0: it has no leading zeros.
  certificate.serialNumber = `4${randomBytes(16).toString("hex").slice(1)}`;
  certificate.validity.notBefore = new Date(now.getTime() - day);
  certificate.validity.notAfter = new Date(now.getTime() + years * 365 * day);
  certificate.setSubject(attributes(subject));
  return certificate;
}

const asRead = (certificate: forge.pki.Certificate): X509Certificate =>
  new X509Certificate(forge.pki.certificateToPem(certificate));

/** The certificate of an authority of one's own: signed by itself, it certifies others and nothing else. */
export function authorityCertificate(issued: Issued): X509Certificate {
  const certificate = unsigned(issued);
  certificate.setIssuer(attributes(issued.subject));
  certificate.setExtensions([
    { name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  certificate.sign(forgeKey(issued.key), md.sha256.create());
  return asRead(certificate);
}

/** A certificate that an authority gives to whoever seals papers. */
export function sealCertificate(issued: Issued, by: { certificate: X509Certificate; key: KeyObject }): X509Certificate {
  const authority = forge.pki.certificateFromPem(by.certificate.toString());
  const certificate = unsigned(issued);
  // Read back, a Chinese name is its bytes; it is written as text again.
  const readable = authority.subject.attributes.map((one) => ({
    ...one,
    value: forge.util.decodeUtf8(String(one.value)),
  }));
  certificate.setIssuer(readable);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true },
    { name: "subjectKeyIdentifier" },
    { name: "authorityKeyIdentifier", keyIdentifier: authority.generateSubjectKeyIdentifier().getBytes() },
  ]);
  certificate.sign(forgeKey(by.key), md.sha256.create());
  return asRead(certificate);
}

export const keyPem = pemOf;
