/** Is this one PDF and nothing behind it: ends as PDFs end, and no archive's directory hangs on it? */
export function isWholePdf(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return false;
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0 || end < bytes.length - 1024) return false;
  return bytes.subarray(-66_000).indexOf(Buffer.from("PK\x05\x06", "latin1")) < 0;
}

/** Names of scripts, programs and enclosed files, also with letters written as #xx. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z])/;

/** Packed streams: pictures and fonts, in which any three letters turn up by chance. */
const streams = /\bstream\r?\n[\s\S]*?endstream/g;

/** Does the PDF carry scripts, programs to start or enclosed files? What lies in packed streams is not unpacked. */
export function hasActiveParts(bytes: Buffer): boolean {
  const text = bytes.toString("latin1").replace(streams, "");
  const plain = text.includes("#")
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return active.test(plain);
}
