import { createHash, type X509Certificate } from "node:crypto";
import { signatureIn } from "./pdf-signature";
import { checkSignature } from "./signed-data";

/** What the row of a sealed paper says of its file. */
export interface SealedAs {
  pdfSha256: string;
  bytes: number;
  certificateSha256: string;
  /** Or as the database writes it, which some connections leave as it is. */
  signedAt: Date | string;
}

export interface SealedFile {
  fault: "gone" | "altered" | "unsigned" | null;
  /** The last certificate of the chain it was signed with. */
  root?: X509Certificate | undefined;
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/**
 * What is wrong with the file of a sealed paper: it has to be what was kept, and carry a signature over all of it by the
 * certificate that its row names, of the time in its row.
 */
export function sealedFault(bytes: Buffer | null, as: SealedAs): SealedFile {
  if (!bytes) return { fault: "gone" };
  if (sha256(bytes) !== as.pdfSha256 || bytes.length !== as.bytes) return { fault: "altered" };
  const signature = signatureIn(bytes);
  const checked = signature && checkSignature(signature.cms, signature.signed);
  if (!signature || !checked || checked.fault !== null) return { fault: "unsigned" };
  const [own] = checked.chain;
  const isNamed = own && sha256(own.raw) === as.certificateSha256;
  const isThen = Math.floor(new Date(as.signedAt).getTime() / 1000) === signature.signedAt.getTime() / 1000;
  return isNamed && isThen ? { fault: null, root: checked.chain.at(-1) } : { fault: "unsigned" };
}
