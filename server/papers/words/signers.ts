import type { SignatureMeans } from "@/db/vocabulary";
import type { Signature, Strokes } from "../model";
import { meansWords } from "./labels";

interface Signer {
  role: string;
  name: string | null;
  /** The day on which they signed, and how; null for a line that waits for it. */
  signed?: { day: string; means: SignatureMeans; strokes?: Strokes | null } | null;
  /** Who signed for them. */
  by?: string | null;
  fingerprint?: boolean;
}

/** A line to sign on: the official forms want a name and beside it room for a fingerprint. */
export function signerLine({ role, name, signed = null, by = null, fingerprint = true }: Signer): Signature {
  const notes = [by ? `由${by}代为签署` : "", signed && signed.means !== "sign" ? meansWords[signed.means] : ""];
  const note = notes.filter(Boolean).join("，");
  const strokes = signed?.strokes ?? null;
  return {
    role,
    name,
    strokes,
    fingerprint: fingerprint && !strokes,
    day: signed?.day ?? null,
    ...(note ? { note } : {}),
  };
}
