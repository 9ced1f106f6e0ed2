/** Whether this is one PDF with nothing appended: it ends as PDFs end, and has no ZIP directory at its end. */
export function isWholePdf(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return false;
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0 || end < bytes.length - 1024) return false;
  return bytes.subarray(-66_000).indexOf(Buffer.from("PK\x05\x06", "latin1")) < 0;
}

/** Names of scripts, programs and enclosed files, also with letters escaped as #xx. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z])/;

/** Compressed streams: pictures and fonts, in which any three letters may occur by chance. */
const streams = /\bstream\r?\n[\s\S]*?endstream/g;

/** Whether the PDF has scripts, programs to start or enclosed files. Compressed streams are not unpacked. */
export function hasActiveParts(bytes: Buffer): boolean {
  const text = bytes.toString("latin1").replace(streams, "");
  const plain = text.includes("#")
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return active.test(plain);
}
