/** The structure is not one that a program wrote for reading: cut off, nested without end, unfit for its filters. */
export class BrokenPdf extends Error {
  override name = "BrokenPdf";
}

/** What is kept of a value; everything else in it has been checked while it was read. */
export type Value =
  | { is: "name"; name: string }
  | { is: "number"; number: number }
  | { is: "reference"; to: number }
  | { is: "text"; text: string }
  /** `size` counts all its values, of which only names are kept. */
  | { is: "array"; names: readonly string[]; size: number }
  | { is: "dictionary"; get: (key: string) => Value | undefined }
  | { is: "other"; word: string };

/** Told of every key of every dictionary with its value, of every other name, and of every dictionary when it ends. */
export interface Listener {
  entry: (key: string, value: Value) => void;
  name: (name: string) => void;
  dictionary: (value: Dictionary) => void;
}
export type Dictionary = Value & { is: "dictionary" };

const depthMax = 64;
/** An address that is longer is looked at as far as its beginning. */
const textMost = 4_000;
const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([..."()<>[]{}/%"].map((sign) => sign.charCodeAt(0)));
const open = {
  string: 40,
  close: 41,
  less: 60,
  more: 62,
  array: 91,
  end: 93,
  name: 47,
  comment: 37,
  escape: 92,
} as const;

/** Reads PDF values one after the other from bytes; no byte is read more than a few times. */
export class PdfReader {
  at = 0;
  constructor(
    readonly bytes: Buffer,
    private readonly listener: Listener,
  ) {}

  /** Goes to the next byte that is neither space nor comment; false at the end. */
  skip(): boolean {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === open.comment) while (this.at < this.bytes.length && !isLineEnd(this.bytes[this.at])) this.at += 1;
      else if (!space.has(byte)) return true;
    }
    return false;
  }

  /** The next value, or a word such as obj, endobj or stream. */
  value(depth = 0): Value {
    if (depth > depthMax || !this.skip()) throw new BrokenPdf();
    const byte = this.bytes[this.at] ?? 0;
    if (byte === open.name) {
      const name = this.nameAt();
      this.listener.name(name);
      return { is: "name", name };
    }
    if (byte === open.string) return this.string();
    if (byte === open.array) return this.array(depth);
    if (byte === open.less) return this.bytes[this.at + 1] === open.less ? this.dictionary(depth) : this.hex();
    if (delimiters.has(byte)) {
      this.at += 1;
      return { is: "other", word: String.fromCharCode(byte) };
    }
    return this.numberOrReference(this.word());
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) this.at += 1;
    if (this.at - from > 1_000) throw new BrokenPdf();
    return this.bytes.toString("latin1", from, this.at);
  }

  private nameAt(): string {
    this.at += 1;
    return this.word().replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }

  /** "12 0 R" is a reference; of other numbers the first is given and the rest left. */
  private numberOrReference(word: string): Value {
    if (!/^[+-]?\d*\.?\d*$/.test(word) || !/\d/.test(word)) return { is: "other", word };
    const after = this.at;
    if (/^\d+$/.test(word) && this.skip() && /^\d+$/.test(this.word()) && this.skip() && this.word() === "R")
      return { is: "reference", to: Number(word) };
    this.at = after;
    return { is: "number", number: Number(word) };
  }

  private string(): Value {
    const from = this.at + 1;
    for (let depth = 0; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === open.escape) this.at += 1;
      else if (byte === open.string) depth += 1;
      else if (byte === open.close) depth -= 1;
      if (depth === 0) {
        const text = this.bytes.toString("latin1", from, Math.min(this.at, from + textMost));
        this.at += 1;
        return { is: "text", text: written(text) };
      }
    }
    throw new BrokenPdf();
  }

  private hex(): Value {
    const end = this.bytes.indexOf(open.more, this.at);
    if (end < 0) throw new BrokenPdf();
    const text = this.bytes.toString("latin1", this.at + 1, Math.min(end, this.at + 1 + textMost));
    this.at = end + 1;
    return { is: "text", text: Buffer.from(text.replace(/[^0-9A-Fa-f]/g, ""), "hex").toString("latin1") };
  }

  private array(depth: number): Value {
    const names: string[] = [];
    let size = 0;
    this.at += 1;
    for (;;) {
      if (!this.skip()) throw new BrokenPdf();
      if (this.bytes[this.at] === open.end) break;
      const value = this.value(depth + 1);
      size += 1;
      if (value.is === "name" && names.length < 16) names.push(value.name);
    }
    this.at += 1;
    return { is: "array", names, size };
  }

  private dictionary(depth: number): Value {
    const entries = new Map<string, Value>();
    this.at += 2;
    for (;;) {
      if (!this.skip()) throw new BrokenPdf();
      if (this.bytes[this.at] === open.more && this.bytes[this.at + 1] === open.more) break;
      if (this.bytes[this.at] !== open.name) throw new BrokenPdf();
      const key = this.nameAt();
      const value = this.value(depth + 1);
      this.listener.entry(key, value);
      // Of a key that stands twice some readers take the first, some the last: neither is guessed.
      if (entries.has(key) && kept.has(key)) throw new BrokenPdf();
      if (kept.has(key)) entries.set(key, value);
    }
    this.at += 2;
    const whole = { is: "dictionary", get: (key: string) => entries.get(key) } as const;
    this.listener.dictionary(whole);
    return whole;
  }
}

const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
/** A text with its escaped signs as they are meant. */
const written = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, sign: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : /[\r\n]/.test(sign) ? "" : (signs[sign] ?? sign),
  );

/** The entries that the check of objects and streams asks for. */
const kept = new Set("Type Subtype S Next N First Filter DecodeParms DP F Page Length".split(" "));

const isLineEnd = (byte: number | undefined) => byte === 10 || byte === 13;
const isRegular = (byte: number) => !space.has(byte) && !delimiters.has(byte);
