import type { InterpreterKind, SignatureMeans } from "@/db/vocabulary";
import type { Signature, Strokes } from "../model";
import { meansWords } from "./labels";

interface Signer {
  role: string;
  name: string | null;
  /** The day on which they signed, and how; null for a line that waits for it. */
  signed?: {
    day: string;
    means: SignatureMeans;
    strokes?: Strokes | null;
    /** The sealed file says where a signature is that is not in it. */
    isOnPaper?: boolean;
  } | null;
  /** Who signed for them. */
  by?: string | null;
  fingerprint?: boolean;
}

/** A line to sign on: the official forms want a name and beside it room for a fingerprint. */
export function signerLine({ role, name, signed = null, by = null, fingerprint = true }: Signer): Signature {
  const { means, strokes = null, isOnPaper = false } = signed ?? {};
  const how =
    isOnPaper && means ? `已在纸质文本上${meansWords[means]}` : means && means !== "sign" ? meansWords[means] : "";
  const note = [by ? `由${by}代为签署` : "", how].filter(Boolean).join("，");
  const hasPrint = fingerprint && !strokes && !isOnPaper;
  return { role, name, strokes, fingerprint: hasPrint, day: signed?.day ?? null, ...(note ? { note } : {}) };
}

const roles = {
  spoken: "翻译人员",
  sign: "翻译人员",
  reader: "代读人",
  witness: "见证人",
} as const satisfies Record<InterpreterKind, string>;

/** The lines of those who interpreted, read the paper out or witnessed it: after the parties, before whoever mediated. */
export const interpreterLines = (list: readonly { name: string; kind: InterpreterKind }[]): Signature[] =>
  list.map(({ name, kind }) => signerLine({ role: roles[kind], name, fingerprint: false }));
