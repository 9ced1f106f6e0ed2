import type { InterpreterKind, SignatureMeans } from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";
import type { Signature, Strokes } from "../model";
import { dayInWords } from "./days";
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

export const interpreterRoles = {
  spoken: "翻译人员",
  sign: "翻译人员",
  reader: "代读人",
  witness: "见证人",
} as const satisfies Record<InterpreterKind, string>;

interface InterpreterSigner {
  id?: string;
  name: string;
  kind: InterpreterKind;
  /** Null beside a time: a reader, of whom the reading is noted. */
  means?: SignatureMeans | null;
  signedAt?: string | null;
}
type Signed = NonNullable<Signer["signed"]>;

/**
 * The lines of those who interpreted, read the paper out or witnessed it: after the parties, before whoever mediated. `signedBy`
 * says how and when somebody signed whose signature is in the file or on paper.
 */
export const interpreterLines = (
  list: readonly InterpreterSigner[],
  signedBy: (one: { id: string; means: SignatureMeans; signedAt: string }) => Signed = ({ means, signedAt }) => ({
    day: dayInWords(dayOf(new Date(signedAt))),
    means,
  }),
): Signature[] =>
  list.map(({ id = "", name, kind, means, signedAt }) => {
    const line = { role: interpreterRoles[kind], name, fingerprint: false };
    if (!signedAt) return signerLine(line);
    if (means) return signerLine({ ...line, signed: signedBy({ id, means, signedAt }) });
    return { ...signerLine(line), day: dayInWords(dayOf(new Date(signedAt))), note: "已宣读" };
  });
