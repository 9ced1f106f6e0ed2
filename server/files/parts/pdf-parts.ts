import { inflateSync } from "node:zlib";
import { packed } from "./file-limits";
import { leadsOut, openLink } from "./paper-fields";
import { BrokenPdf, type Dictionary, type Listener, PdfReader, type Value } from "./pdf-reader";
import { SeenWords } from "./pdf-words";

/** Whether this is one PDF with nothing appended: it ends as PDFs end, and has no ZIP directory at its end. */
export function isWholePdf(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return false;
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0 || end < bytes.length - 1024) return false;
  return bytes.subarray(-66_000).indexOf(Buffer.from("PK\x05\x06", "latin1")) < 0;
}

/** Keys of dictionaries that start something by themselves, enclose a file or take one in. */
const activeKeys = new Set(
  "JavaScript JS AA XFA EmbeddedFiles EF RichMediaContent Launch OnInstantiate OPI".split(" "),
);
/** Kinds of actions, annotations and streams that do. */
const activeNames = new Set(
  `JavaScript Launch EmbeddedFile FileAttachment RichMedia SubmitForm ImportData GoToE GoToR Rendition Movie
   Sound`.split(/\s+/),
);
/** The same in bytes that our reader takes for a stream, a text or a comment and another reader may enter by an offset. */
const activeAnywhere =
  /\/(JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|SubmitForm|ImportData|GoToE|GoToR|Rendition|OnInstantiate)(?![A-Za-z])/;
const activeInText = /\/XFA(?![A-Za-z])/;

type Finding = "fine" | "active" | "broken";

/**
 * Whether the PDF has scripts, programs to start, actions on opening or enclosed files, also inside compressed object
 * streams; "broken" for encrypted files and structures no program writes. Reads the file once, unpacks object streams
 * only and no more of them than a zipped paper may hold.
 */
export function checkPdf(bytes: Buffer): Finding {
  try {
    const text = unescaped(bytes.toString("latin1"));
    if (activeAnywhere.test(text)) return "active";
    return new PdfCheck(new SeenWords(text)).whole(bytes);
  } catch (error) {
    if (error instanceof BrokenPdf || error instanceof RangeError) return "broken";
    throw error;
  }
}

const unescaped = (text: string) =>
  text.includes("#")
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

class PdfCheck {
  private isActive = false;
  private isEncrypted = false;
  private hasCatalog = false;
  private left: number = packed.bytes;
  /** Objects that are an action other than going to a place, and the objects that are carried out on opening. */
  private readonly actions = new Set<number>();
  private readonly opening: number[] = [];
  /** Addresses of links that stand in objects of their own, and the texts of such objects. */
  private readonly addresses: number[] = [];
  private readonly texts = new Map<number, string>();
  private isUnpacked = false;

  constructor(private readonly words: SeenWords) {}

  private readonly listener: Listener = {
    name: (name) => {
      if (activeNames.has(name)) this.isActive = true;
    },
    entry: (key, value) => {
      if (!this.isUnpacked) this.words.see(key, value);
      if (activeKeys.has(key)) this.isActive = true;
      if (key === "Encrypt") this.isEncrypted = true;
      if (key === "Type" && value.is === "name" && value.name === "Catalog") this.hasCatalog = true;
      if (key === "Subtype" && value.is === "name" && value.name === "PS") this.isActive = true;
      if (key === "Subtype2") this.isActive = true;
      if (key === "OpenAction") this.opened(value);
      if (key === "URI" || key === "Base") this.linked(value);
    },
    dictionary: (value) => {
      const kind = value.get("S");
      // A page of another file that is drawn into this one; a thread of articles in another file.
      const leadsOut = value.get("Page") !== undefined || (kind?.is === "name" && kind.name === "Thread");
      if (value.get("F") !== undefined && leadsOut) this.isActive = true;
    },
  };

  /** A place to show is no action; anything but going to a place is. */
  private opened(value: Value): void {
    if (value.is === "reference") this.opening.push(value.to);
    else if (value.is === "dictionary" && !onlyGoes(value)) this.isActive = true;
  }

  /** A link leads to a page, a mail or a telephone, as in a paper. */
  private linked(value: Value): void {
    if (value.is === "reference") this.addresses.push(value.to);
    else if (value.is === "text" && startsElsewhere(value.text)) this.isActive = true;
  }

  whole(bytes: Buffer): Finding {
    const reader = new PdfReader(bytes, this.listener);
    let last: Value[] = [];
    let text = 0;
    while (reader.skip()) {
      const value = reader.value();
      // Written so that another reader finds an object or a stream where ours finds a word.
      if (value.is === "other" && oddWord.test(value.word)) throw new BrokenPdf();
      if (value.is === "other" && value.word === "obj") {
        const object = reader.value();
        const [number] = last.slice(-2);
        this.object(number?.is === "number" ? number.number : -1, object);
        if (reader.skip() && bytes.toString("latin1", reader.at, reader.at + 6) === "stream") {
          if (activeInText.test(unescaped(bytes.toString("latin1", text, reader.at)))) this.isActive = true;
          this.stream(reader, object);
          text = reader.at;
        }
      }
      last = [...last.slice(-1), value];
    }
    if (activeInText.test(unescaped(bytes.toString("latin1", text)))) this.isActive = true;
    return this.finding();
  }

  private finding(): Finding {
    if (this.isEncrypted || !this.hasCatalog) return this.isActive ? "active" : "broken";
    const startsSomething = this.opening.some((number) => this.actions.has(number));
    const leadsElsewhere = this.addresses.some((number) => startsElsewhere(this.texts.get(number) ?? ""));
    return this.isActive || startsSomething || leadsElsewhere || this.words.areHidden ? "active" : "fine";
  }

  /** Of an object that stands twice some readers take the first, some the last: one of them is enough. */
  private object(number: number, value: Value): void {
    if (value.is === "dictionary" && value.get("S") && !onlyGoes(value)) this.actions.add(number);
    // Of two texts under one number the one that leads elsewhere counts.
    if (value.is === "text" && !startsElsewhere(this.texts.get(number) ?? "")) this.texts.set(number, value.text);
  }

  /** Goes past a stream; the nearest end counts, so that nothing behind it stays unread. */
  private stream(reader: PdfReader, dictionary: Value): void {
    const from = reader.at + 6;
    const end = reader.bytes.indexOf("endstream", from, "latin1");
    if (end < 0 || dictionary.is !== "dictionary" || dictionary.get("F")) throw new BrokenPdf();
    reader.at = end + 9;
    if (!dictionary.get("First")) {
      const type = dictionary.get("Type");
      if (type?.is === "name" && type.name === "ObjStm") throw new BrokenPdf();
      return;
    }
    const start = reader.bytes[from] === 13 ? from + (reader.bytes[from + 1] === 10 ? 2 : 1) : from + 1;
    this.enclosed(this.unpacked(reader.bytes.subarray(start, end), dictionary), dictionary.get("First"));
  }

  /** The objects of an object stream: pairs of number and offset, then the objects. */
  private enclosed(bytes: Buffer, first: Value | undefined): void {
    if (first?.is !== "number" || !Number.isInteger(first.number)) throw new BrokenPdf();
    const text = unescaped(bytes.toString("latin1"));
    if (activeAnywhere.test(text) || activeInText.test(text)) this.isActive = true;
    const numbers = bytes.toString("latin1", 0, first.number).trim().split(/\s+/);
    if (!numbers.every((number) => /^\d+$/.test(number))) throw new BrokenPdf();
    this.isUnpacked = true;
    const reader = new PdfReader(bytes, this.listener);
    for (let pair = 0; pair + 1 < numbers.length; pair += 2) {
      reader.at = first.number + Number(numbers[pair + 1]);
      if (!reader.skip()) continue;
      this.object(Number(numbers[pair]), reader.value());
    }
    // Whatever lies between the objects is read too.
    reader.at = first.number;
    while (reader.skip()) reader.value();
    this.isUnpacked = false;
  }

  private unpacked(bytes: Buffer, dictionary: Dictionary): Buffer {
    const filter = dictionary.get("Filter");
    const filters = filter?.is === "name" ? [filter.name] : filter?.is === "array" ? filter.names : filter ? null : [];
    if (filter?.is === "array" && filter.names.length < filter.size) throw new BrokenPdf();
    if (!filters || dictionary.get("DecodeParms") || dictionary.get("DP")) throw new BrokenPdf();
    return filters.reduce((data, name) => this.filtered(name, data), bytes);
  }

  private filtered(name: string, data: Buffer): Buffer {
    if (name === "ASCIIHexDecode" || name === "AHx") {
      const text = data
        .toString("latin1")
        .replace(/>[\s\S]*$/, "")
        .replace(/\s+/g, "");
      return Buffer.from(text.length % 2 ? `${text}0` : text, "hex");
    }
    if (name !== "FlateDecode" && name !== "Fl") throw new BrokenPdf();
    try {
      const out = inflateSync(data, { maxOutputLength: Math.max(this.left, 1) });
      this.left -= out.length;
      return out;
    } catch {
      throw new BrokenPdf();
    }
  }
}

/** "0obj" and "nullstream", but not "endobj". */
const oddWord = /stream|^(?!endobj$).+obj$/;

/** What a text of two bytes a sign, or of UTF-8, begins with. */
const byteOrder = /^(?:\u00fe\u00ff|\u00ff\u00fe|\u00ef\u00bb\u00bf)/;
/** "www.example.com:8080", which is no scheme. */
const hostAndPort = /^[\w-]+(\.[\w-]+)+:\d/;

/** Whether an address, however it is written, begins a program, a script or another machine's file. */
function startsElsewhere(text: string): boolean {
  const address = [...text.replace(byteOrder, "")].filter((sign) => sign > " ").join("");
  return leadsOut.test(address) && !openLink.test(address) && !hostAndPort.test(address);
}

/** Whether an action only goes to a place, and none follows it. */
const onlyGoes = (value: Dictionary): boolean => {
  const kind = value.get("S");
  return kind?.is === "name" && kind.name === "GoTo" && !value.get("Next");
};
