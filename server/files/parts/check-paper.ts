import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { invalid } from "../../kernel/problem";
import { packed } from "./file-limits";
import { type Entry, entriesOf } from "./zip-entries";

const inflate = promisify(inflateRaw);

/** Parts a paper never needs: macros, programs, enclosed objects. */
const activePart =
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(activeX|embeddings)\/|\.(exe|dll|js|vbs|bat|cmd|scr|com|hta|lnk|jar)$/i;
const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/**
 * Inspects a Word file without opening it in a program: its own table of contents says that it is one, it holds no
 * macros, programs, enclosed objects or external references (links in the text may be), and it unpacks to no more than
 * its size allows. Every part is really unpacked, up to the size it states, since that may be false.
 */
export async function checkPaper(bytes: Buffer): Promise<void> {
  const entries = entriesOf(bytes);
  if (!entries) throw invalid("fileNotAsNamed");
  if (entries.length > packed.entries) throw invalid("fileUnreadable");
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (claimed > packed.bytes || claimed > bytes.length * packed.ratio) throw invalid("fileUnreadable");
  if (entries.some((entry) => activePart.test(entry.name))) throw invalid("fileHasActive");
  const parts = new Set(entries.map((entry) => entry.name));
  if (!parts.has("[Content_Types].xml") || !parts.has("word/document.xml")) throw invalid("fileNotAsNamed");
  for (const entry of entries) checkPart(entry.name, await unpacked(entry));
}

async function unpacked(entry: Entry): Promise<Buffer> {
  if (entry.method === 0 && entry.data.length === entry.size) return entry.data;
  if (entry.method !== 8) throw invalid("fileUnreadable");
  const data = await inflate(entry.data, { maxOutputLength: Math.max(entry.size, 1) }).catch(() => null);
  if (data?.length !== entry.size) throw invalid("fileUnreadable");
  return data;
}

function checkPart(name: string, data: Buffer): void {
  if (name === "[Content_Types].xml") {
    const types = data.toString("utf8");
    if (/macroEnabled|vbaProject/i.test(types)) throw invalid("fileHasActive");
    if (!types.includes(wordMain)) throw invalid("fileNotAsNamed");
  }
  if (!name.endsWith(".rels")) return;
  const outside = data
    .toString("utf8")
    .match(/<Relationship\b[^>]*>/g)
    ?.filter((one) => /TargetMode\s*=\s*["']External["']/i.test(one) && !/\/hyperlink["']/.test(one));
  if (outside?.length) throw invalid("fileHasActive");
}
