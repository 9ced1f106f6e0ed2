import { hash, type KeyObject, sign, verify, X509Certificate } from "node:crypto";
import {
  bytesOf,
  decoded,
  encoded,
  identifier,
  inOrder,
  inside,
  type Node,
  nothing,
  octets,
  sequence,
  set,
  tagged,
  whole,
} from "./der";

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsa: "1.2.840.113549.1.1.1",
} as const;

/** Whoever signs: the key, and its certificate before those that certify it. */
export interface Signer {
  key: KeyObject;
  chain: X509Certificate[];
}

export const sha256Of = (...bytes: Buffer[]): Buffer => hash("sha256", Buffer.concat(bytes), "buffer");

/**
 * A signature beside what it signs, as PAdES wants it (ETSI EN 319 122, 319 142): CMS with one signer, whose certificate is
 * named in what is signed, so that none can take its place. The time stands in the PDF, not in here.
 */
export function signatureOver(signed: readonly Buffer[], { key, chain }: Signer): Buffer {
  const attributes = attributesOf(sha256Of(...signed), chain);
  return signedData({ chain, attributes, signature: sign("sha256", encoded(set(...attributes)), key) });
}

function attributesOf(digest: Buffer, chain: readonly X509Certificate[]): Node[] {
  const [own] = chain;
  if (!own) throw new Error("a signature needs a certificate");
  const named = sequence(sequence(sequence(octets(sha256Of(own.raw)))));
  return [
    sequence(identifier(oids.contentType), set(identifier(oids.data))),
    sequence(identifier(oids.messageDigest), set(octets(digest))),
    sequence(identifier(oids.signingCertificateV2), set(named)),
  ];
}

interface Parts {
  chain: readonly X509Certificate[];
  attributes: readonly Node[];
  signature: Buffer;
}

function signedData({ chain, attributes, signature }: Parts): Buffer {
  const sha256 = () => sequence(identifier(oids.sha256), nothing());
  const signerInfo = sequence(
    whole(1),
    issuerAndSerial(chain[0] as X509Certificate),
    sha256(),
    tagged(0, inOrder(attributes)),
    sequence(identifier(oids.rsa), nothing()),
    octets(signature),
  );
  const certificates = chain.map(({ raw }) => decoded(raw) as Node);
  return encoded(
    sequence(
      identifier(oids.signedData),
      tagged(0, [
        sequence(whole(1), set(sha256()), sequence(identifier(oids.data)), tagged(0, certificates), set(signerInfo)),
      ]),
    ),
  );
}

/** Issuer and serial number stand in a certificate after its version, which may be absent. */
function issuerAndSerial(certificate: X509Certificate): Node {
  const [body] = inside(decoded(certificate.raw) ?? undefined);
  const parts = inside(body);
  const from = parts[0]?.tagClass === 0x80 ? 1 : 0;
  return sequence(parts[from + 2] as Node, parts[from] as Node);
}

export type SignatureFault = "malformed" | "altered" | "certificate";

/**
 * Whether a signature made by `signatureOver` is whole and stands over these bytes; gives the certificates it was made with.
 * Taken apart and put together again it must be the same bytes, so that there is no room in it for anything else.
 */
export function checkSignature(
  cms: Buffer,
  signed: readonly Buffer[],
): { chain: X509Certificate[]; fault: null } | { fault: SignatureFault } {
  const content = inside(inside(inside(decoded(cms) ?? undefined)[1])[0]);
  const chain = inside(content[3]).map(certificateOf);
  const signature = bytesOf(inside(inside(content[4])[0])[5]);
  const [own] = chain;
  if (!own || chain.includes(null)) return { fault: "malformed" };
  const certificates = chain as X509Certificate[];
  const attributes = attributesOf(sha256Of(...signed), certificates);
  const again = signedData({ chain: certificates, attributes, signature });
  if (!again.equals(cms)) return { fault: "altered" };
  if (!verify("sha256", encoded(set(...attributes)), own.publicKey, signature)) return { fault: "altered" };
  const isChained = certificates.every((one, i) => {
    const issuer = certificates[i + 1] ?? one;
    return one.checkIssued(issuer) && one.verify(issuer.publicKey);
  });
  // A chain may end below its root, which a real authority's often does.
  return isChained || endsBelowRoot(certificates) ? { chain: certificates, fault: null } : { fault: "certificate" };
}

const endsBelowRoot = (chain: readonly X509Certificate[]): boolean =>
  chain.slice(0, -1).every((one, i) => one.verify((chain[i + 1] as X509Certificate).publicKey)) &&
  chain.at(-1)?.checkIssued(chain.at(-1) as X509Certificate) === false;

function certificateOf(node: Node): X509Certificate | null {
  try {
    return new X509Certificate(encoded(node));
  } catch {
    return null;
  }
}
