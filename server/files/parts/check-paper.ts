import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { invalid } from "../../kernel/problem";
import { packed } from "./file-limits";
import { FieldWatch, leadsOut, openLink } from "./paper-fields";
import { isMedia } from "./paper-media";
import { type Attributes, BrokenXml, valuesOf, xmlPieces } from "./xml-parts";
import { type Entry, entriesOf } from "./zip-entries";

const inflate = promisify(inflateRaw);

/** Parts a paper never needs: macros, enclosed objects, buttons of its own. */
const activePart = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(activeX|embeddings|customUI)\//i;
/** Parts that are read as XML. What else a paper holds are pictures, fonts and the settings of a printer. */
const xmlPart = /\.(xml|rels|vml|svg)$/i;
const oddPath = /^\/|\\|(^|\/)\.\.?(\/|$)|[\p{Cc}]/u;
/** Types of parts that are programs, foreign objects or pages of another kind. */
const activeType =
  /macroEnabled|vbaProject|vbaData|activeX|oleObject|webextension|html|rtf|mht|multipart|x-msdownload/i;
/** Relations to templates, enclosed and linked objects, and pages taken in from elsewhere. */
const activeLink =
  /^(attachedTemplate|oleObject|package|aFChunk|frame|subDocument|control|activeX\w*|vbaProject|keyMapCustomizations|attachedToolbars|externalLink\w*|mailMerge\w*|recipientData|extensibility|ui|wordVbaData|htmlPubSaveAs|transform|webextension\w*)$/i;
/** Elements that take in a page, an object, a program or data from elsewhere. */
const activeElement = new Set(
  `altChunk subDoc OLEObject objectEmbed objectLink control frameset mailMerge binData movie script webVideoPr
   saveThroughXslt foreignObject handler`.split(/\s+/),
);
/** Attributes whose address is fetched when the paper is opened. */
const fetched = ["src", "althref", "manifestLocation"];
/** Elements whose `href` is a picture and no link. */
const picture = /^(imagedata|fill|stroke|image|feImage|use|textpath)$/;
/** The XML of a type of part: of a document's parts, and of drawings. */
const xmlType = /[+/]xml$|vmlDrawing$/i;

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
  for (const entry of entries) if (!entry.name.endsWith("/")) checkPart(entry.name, await unpacked(entry));
}

async function unpacked(entry: Entry): Promise<Buffer> {
  if (entry.method === 0 && entry.data.length === entry.size) return entry.data;
  if (entry.method !== 8) throw invalid("fileUnreadable");
  const data = await inflate(entry.data, { maxOutputLength: Math.max(entry.size, 1) }).catch(() => null);
  if (data?.length !== entry.size) throw invalid("fileUnreadable");
  return data;
}

function checkPart(name: string, data: Buffer): void {
  if (!xmlPart.test(name)) {
    if (!isMedia(name, data)) throw invalid("fileHasActive");
    return;
  }
  try {
    if (name === "[Content_Types].xml") checkTypes(data);
    else if (/\.rels$/i.test(name)) checkLinks(data);
    else checkWords(data);
  } catch (error) {
    throw error instanceof BrokenXml ? invalid("fileUnreadable") : error;
  }
}

/** Which part is of which type: the paper is a Word paper, and no part is XML that `checkPart` does not read as XML. */
function checkTypes(data: Buffer): void {
  let isWord = false;
  for (const piece of xmlPieces(data)) {
    if (piece.is !== "start") continue;
    const types = valuesOf(piece.attributes, "ContentType").map((type) => type.trim());
    const parts = valuesOf(piece.attributes, "PartName");
    const endings = valuesOf(piece.attributes, "Extension").map((ending) => `.${ending.trim()}`);
    if (types.some((type) => activeType.test(type))) throw invalid("fileHasActive");
    if (types.some((type) => xmlType.test(type)) && ![...parts, ...endings].every((part) => xmlPart.test(part.trim())))
      throw invalid("fileHasActive");
    if (types[0] === wordMain && parts[0]?.toLowerCase() === "/word/document.xml") isWord = true;
  }
  if (!isWord) throw invalid("fileNotAsNamed");
}

/** Links in the text may lead out; everything else is in the file itself, and nothing in it is foreign content. */
function checkLinks(data: Buffer): void {
  for (const piece of xmlPieces(data)) {
    if (piece.is !== "start" || piece.name !== "Relationship") continue;
    const [types, targets, modes] = ["Type", "Target", "TargetMode"].map((name) =>
      valuesOf(piece.attributes, name).map((value) => value.trim()),
    ) as [string[], string[], string[]];
    const kinds = types.map((type) => type.split("/").at(-1) ?? "");
    const isOutside = modes.some((mode) => mode.toLowerCase() === "external");
    const isLink = kinds.length === 1 && kinds[0]?.toLowerCase() === "hyperlink";
    if (kinds.some((kind) => activeLink.test(kind))) throw invalid("fileHasActive");
    const isFine = (target: string) => (isOutside ? isLink && openLink.test(target) : !leadsOut.test(target));
    if (!targets.every(isFine)) throw invalid("fileHasActive");
  }
}

function checkWords(data: Buffer): void {
  const fields = new FieldWatch();
  for (const piece of xmlPieces(data)) {
    fields.see(piece);
    if (piece.is === "start" && isActive(piece.name, piece.attributes)) throw invalid("fileHasActive");
  }
  fields.finish();
  if (fields.isActive) throw invalid("fileHasActive");
}

/** Whether an element takes something in from elsewhere, or starts it. */
function isActive(name: string, attributes: Attributes): boolean {
  if (activeElement.has(name)) return true;
  // Only drawings of the web know these, and they are scripts there.
  if ([...attributes.keys()].some((key) => /^on[a-z]{4,}$/.test(key))) return true;
  const values = (key: string) => valuesOf(attributes, key).map((value) => value.trim());
  if (fetched.flatMap(values).some((address) => leadsOut.test(address))) return true;
  return values("href").some(
    (address) =>
      leadsOut.test(address) && (picture.test(name) ? !/^data:image\//i.test(address) : !openLink.test(address)),
  );
}
