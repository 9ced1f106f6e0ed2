import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { invalid } from "../../kernel/problem";
import { packed } from "./file-limits";
import { FieldWatch } from "./paper-fields";
import { BrokenXml, xmlPieces } from "./xml-parts";
import { type Entry, entriesOf } from "./zip-entries";

const inflate = promisify(inflateRaw);

/** Parts a paper never needs: macros, programs, enclosed objects. */
const activePart =
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(activeX|embeddings|customUI)\/|\.(exe|dll|js|vbs|bat|cmd|scr|com|hta|lnk|jar)$/i;
const oddPath = /^\/|\\|(^|\/)\.\.?(\/|$)|[\p{Cc}]/u;
/** Types of parts that are programs, foreign objects or pages of another kind. */
const activeType =
  /macroEnabled|vbaProject|vbaData|activeX|oleObject|webextension|html|rtf|mht|multipart|x-msdownload/i;
/** Relations to templates, enclosed and linked objects, and pages taken in from elsewhere. */
const activeLink =
  /^(attachedTemplate|oleObject|package|aFChunk|frame|subDocument|control|activeX\w*|vbaProject|keyMapCustomizations|attachedToolbars|externalLink\w*|mailMerge\w*|recipientData|extensibility|ui|wordVbaData|htmlPubSaveAs|transform|webextension\w*)$/i;
/** Elements that take in a page, an object, a program or data from elsewhere. */
const activeElement = new Set(
  "altChunk subDoc OLEObject objectEmbed objectLink control frameset mailMerge binData movie script".split(" "),
);
/** Where a link in the text may lead. */
const openLink = /^(https?:|mailto:|tel:|#)/i;
/** An address outside the file: with a scheme, or on another machine. */
const leadsOut = /^([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i;
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
  // Of two parts of one name some readers take the first, some the last; a path that leads out of the file is none.
  const folded = new Set(entries.map((entry) => entry.name.toLowerCase()));
  if (folded.size < entries.length || entries.some(({ name }) => oddPath.test(name))) throw invalid("fileUnreadable");
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
  try {
    if (name === "[Content_Types].xml") checkTypes(data);
    else if (/\.rels$/i.test(name)) checkLinks(data);
    else if (/\.(xml|vml)$/i.test(name)) checkWords(data);
  } catch (error) {
    throw error instanceof BrokenXml ? invalid("fileUnreadable") : error;
  }
}

function checkTypes(data: Buffer): void {
  let isWord = false;
  for (const piece of xmlPieces(data)) {
    const type = piece.is === "start" ? (piece.attributes.get("ContentType") ?? "") : "";
    if (activeType.test(type)) throw invalid("fileHasActive");
    const of = piece.is === "start" ? (piece.attributes.get("PartName") ?? "") : "";
    if (type.trim() === wordMain && of.toLowerCase() === "/word/document.xml") isWord = true;
  }
  if (!isWord) throw invalid("fileNotAsNamed");
}

/** Links in the text may lead out; everything else is in the file itself, and nothing in it is foreign content. */
function checkLinks(data: Buffer): void {
  for (const piece of xmlPieces(data)) {
    if (piece.is !== "start" || piece.name !== "Relationship") continue;
    const type = (piece.attributes.get("Type") ?? "").trim().split("/").at(-1) ?? "";
    const target = (piece.attributes.get("Target") ?? "").trim();
    const isOutside = (piece.attributes.get("TargetMode") ?? "").trim().toLowerCase() === "external";
    if (activeLink.test(type)) throw invalid("fileHasActive");
    const isLink = type.toLowerCase() === "hyperlink";
    if (isOutside ? !isLink || !openLink.test(target) : leadsOut.test(target)) throw invalid("fileHasActive");
  }
}

function checkWords(data: Buffer): void {
  const fields = new FieldWatch();
  for (const piece of xmlPieces(data)) {
    fields.see(piece);
    if (piece.is !== "start") continue;
    if (activeElement.has(piece.name)) throw invalid("fileHasActive");
    if (leadsOut.test((piece.attributes.get("src") ?? "").trim())) throw invalid("fileHasActive");
  }
  fields.finish();
  if (fields.isActive) throw invalid("fileHasActive");
}
