import type { Value } from "./pdf-reader";

/** What begins objects that only a reader sees who enters the bytes by an offset: where ours sees a text or a picture. */
const telling: Readonly<Record<string, RegExp>> = {
  First: /\/First(?![A-Za-z0-9])/g,
  ObjStm: /\/ObjStm(?![A-Za-z0-9])/g,
  OpenAction: /\/OpenAction(?![A-Za-z0-9])/g,
  Encrypt: /\/Encrypt(?![A-Za-z0-9])/g,
  URI: /\/S\s*\/URI(?![A-Za-z0-9])/g,
};

/**
 * Counts words that begin an object stream, an action or the encryption of a PDF: as often as the bytes hold them, our reader
 * has to have seen them. `text` is the whole file with its names unescaped.
 */
export class SeenWords {
  private readonly seen = new Map<string, number>();
  constructor(private readonly text: string) {}

  /** An entry of a dictionary that our reader read in the file's own bytes. */
  see(key: string, value: Value): void {
    const name = value.is === "name" ? value.name : "";
    const word = key === "S" && name === "URI" ? name : key === "Type" && name === "ObjStm" ? name : key;
    if (Object.hasOwn(telling, word) && (word !== "URI" || key === "S"))
      this.seen.set(word, (this.seen.get(word) ?? 0) + 1);
  }

  get areHidden(): boolean {
    return Object.entries(telling).some(
      ([word, pattern]) => (this.text.match(pattern)?.length ?? 0) > (this.seen.get(word) ?? 0),
    );
  }
}
