import { type Signer, signatureOver } from "./signed-data";

/** What a signature says of itself in the PDF, for whoever opens it elsewhere. */
export interface SignatureWords {
  /** Whose seal it is. */
  name: string;
  reason: string;
  /** By what it is found again: the code printed on the paper. */
  contact: string;
  at: Date;
}

/** Room for the signature: certificates of real authorities and their chain. */
const contentsBytes = 12_000;
const rangePlace = "[0 0000000000 0000000000 0000000000]";

/**
 * The PDF with a signature over all of it, added behind it (ISO 32000-1, 12.8): what was drawn stays as it is, byte for byte,
 * and with it PDF/A. The signature certifies the paper: nothing may be added after it.
 */
export function signPdf(pdf: Buffer, words: SignatureWords, signer: Signer): Buffer {
  const prepared = withPlace(pdf, words);
  const opens = prepared.lastIndexOf("/Contents <") + "/Contents ".length;
  const closes = opens + contentsBytes * 2 + 2;
  const numbers = [opens, closes, prepared.length - closes].map((n) => String(n).padStart(10, "0"));
  prepared.write(`[0 ${numbers.join(" ")}]`, prepared.lastIndexOf(rangePlace), "latin1");
  const cms = signatureOver([prepared.subarray(0, opens), prepared.subarray(closes)], signer);
  if (cms.length > contentsBytes) throw new Error("the certificates are too long for a signature");
  prepared.write(cms.toString("hex").padEnd(contentsBytes * 2, "0"), opens + 1, "latin1");
  return prepared;
}

function withPlace(pdf: Buffer, words: SignatureWords): Buffer {
  const file = structureOf(pdf);
  const [signature, field] = [file.size, file.size + 1];
  const objects = new Map<number, string>([
    [file.root, catalogWith(file.objectAt(file.root), field, signature)],
    [file.page, pageWith(file.objectAt(file.page), field)],
    [signature, signatureObject(words)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [0 0 0 0] /P ${file.page} 0 R /V ${signature} 0 R >>`,
    ],
  ]);
  let tail = "\n";
  const places: [number, number][] = [];
  for (const [n, body] of [...objects].sort(([a], [b]) => a - b)) {
    places.push([n, pdf.length + Buffer.byteLength(tail, "latin1")]);
    tail += `${n} 0 obj\n${body}\nendobj\n`;
  }
  const table = places.map(([n, at]) => `${n} 1\n${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const from = pdf.length + Buffer.byteLength(tail, "latin1");
  const trailer = `<< /Size ${field + 1} /Root ${file.root} 0 R${file.rest} /Prev ${file.xref} >>`;
  return Buffer.concat([
    pdf,
    Buffer.from(`${tail}xref\n${table}trailer\n${trailer}\nstartxref\n${from}\n%%EOF\n`, "latin1"),
  ]);
}

/** What has to be known of a PDF as Typst writes it: one table of objects, none of them packed. */
function structureOf(pdf: Buffer) {
  const text = pdf.toString("latin1");
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const xref = Number(end?.[1] ?? Number.NaN);
  const trailer = /^xref[\s\S]*?trailer\s*<<([\s\S]*)>>/.exec(text.slice(xref))?.[1];
  const entries = /^xref\s+0 (\d+)\s+/.exec(text.slice(xref));
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer ?? "")?.[1]);
  if (!trailer || !entries || !Number.isInteger(root)) throw new Error("a PDF that cannot be signed");
  const table = xref + entries[0].length;
  const objectAt = (n: number): string => {
    const at = Number(text.slice(table + n * 20, table + n * 20 + 10));
    const head = `${n} 0 obj`;
    if (!text.startsWith(head, at)) throw new Error(`no object ${n}`);
    return text.slice(at + head.length, text.indexOf("endobj", at)).trim();
  };
  const pages = Number(/\/Pages (\d+) 0 R/.exec(objectAt(root))?.[1]);
  const page = Number(/\/Kids \[(\d+) 0 R/.exec(objectAt(pages))?.[1]);
  const rest = [/\/Info \d+ 0 R/, /\/ID \[[\s\S]*?\](?=\s|$)/]
    .map((one) => one.exec(trailer)?.[0])
    .filter((one) => one !== undefined)
    .map((one) => ` ${one}`)
    .join("");
  return { size: Number(entries[1]), xref, root, page, rest, objectAt };
}

const inDictionary = (dictionary: string, more: string): string => {
  if (!dictionary.endsWith(">>") || /\/(?:AcroForm|Perms|Annots)\b/.test(dictionary))
    throw new Error("a PDF that cannot be signed");
  return `${dictionary.slice(0, -2)}  ${more}\n>>`;
};
const catalogWith = (catalog: string, field: number, signature: number): string =>
  inDictionary(catalog, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n  /Perms << /DocMDP ${signature} 0 R >>`);
const pageWith = (page: string, field: number): string => inDictionary(page, `/Annots [${field} 0 R]`);

const signatureObject = ({ name, reason, contact, at }: SignatureWords): string =>
  [
    "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/ByteRange ${rangePlace}`,
    `/Contents <${"0".repeat(contentsBytes * 2)}>`,
    `/M (D:${at.toISOString().slice(0, 19).replace(/[-T:]/g, "")}+00'00')`,
    `/Name ${inHex(name)}`,
    `/Reason ${inHex(reason)}`,
    `/ContactInfo (${contact})`,
    "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>",
  ].join("\n");

/** A text in any script, as PDF holds it. */
const inHex = (text: string): string => `<${Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex")}>`;

/** The signature at the end of a PDF and the two stretches it is over; null where none covers all of the file. */
export function signatureIn(pdf: Buffer): { cms: Buffer; signed: [Buffer, Buffer]; signedAt: Date } | null {
  const at = pdf.lastIndexOf("/ByteRange [0 ");
  const found = /^\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]\n/.exec(pdf.toString("latin1", at, at + 60));
  if (at < 0 || !found) return null;
  const [opens = 0, closes = 0, length = 0] = found.slice(1).map(Number);
  if (closes + length !== pdf.length || closes - opens !== contentsBytes * 2 + 2) return null;
  const hex = /^<((?:[0-9a-f]{2})*)>$/.exec(pdf.toString("latin1", opens, closes))?.[1];
  const head = hex?.slice(0, 8) ?? "";
  // SEQUENCE of a length in two bytes; behind it are zeros and nothing else.
  const size = /^3082[0-9a-f]{4}$/.test(head) ? 4 + Number.parseInt(head.slice(4), 16) : 0;
  if (!hex || size === 0 || size > contentsBytes || /[^0]/.test(hex.slice(size * 2))) return null;
  const when = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+00'00'\)/.exec(pdf.toString("latin1", at));
  const [year = 0, month = 1, ...rest] = when?.slice(1).map(Number) ?? [];
  const [day, hours, minutes, seconds] = rest;
  return {
    cms: Buffer.from(hex.slice(0, size * 2), "hex"),
    signed: [pdf.subarray(0, opens), pdf.subarray(closes)],
    signedAt: new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds)),
  };
}
