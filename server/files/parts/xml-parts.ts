/** One piece of an XML text: an element's start with its attributes by local name, its end, or the text between. */
export type Piece =
  | { is: "start"; name: string; attributes: ReadonlyMap<string, string> }
  | { is: "end"; name: string }
  | { is: "text"; text: string };

/** No XML that a program writes for a paper: a document type, another encoding, an element without end. */
export class BrokenXml extends Error {
  override name = "BrokenXml";
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text with its character references resolved, so that nothing hides behind them. */
const resolved = (text: string): string =>
  text.replace(/&(#x[0-9A-Fa-f]{1,6}|#\d{1,7}|[a-z]+);/g, (all, word: string) => {
    if (!word.startsWith("#")) return named[word] ?? all;
    const code = word[1] === "x" ? Number.parseInt(word.slice(2), 16) : Number(word.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** The pieces of an XML part in order, in one pass. Throws `BrokenXml`. */
export function* xmlPieces(bytes: Buffer): Generator<Piece> {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  if (text.includes("\u0000") || /^<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])/i.test(text)) throw new BrokenXml();
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("<", at);
    if (next !== at) {
      const end = next < 0 ? text.length : next;
      yield { is: "text", text: resolved(text.slice(at, end)) };
      at = end;
    } else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else if (text.startsWith("<![CDATA[", at)) {
      const end = after(text, "]]>", at);
      yield { is: "text", text: text.slice(at + 9, end - 3) };
      at = end;
    } else if (text.startsWith("<!", at)) throw new BrokenXml();
    else {
      const end = tagEnd(text, at);
      yield* tag(text.slice(at + 1, end));
      at = end + 1;
    }
  }
}

function after(text: string, mark: string, at: number): number {
  const end = text.indexOf(mark, at);
  if (end < 0) throw new BrokenXml();
  return end + mark.length;
}

/** The ">" of a tag, which may not be one inside quotes. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quote) quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  throw new BrokenXml();
}

function* tag(inside: string): Generator<Piece> {
  if (inside.startsWith("/")) {
    yield { is: "end", name: local(inside.slice(1).trim()) };
    return;
  }
  const name = local(/^[^\s/]+/.exec(inside)?.[0] ?? "");
  const attributes = new Map<string, string>();
  for (const [, key = "", one, two] of inside.matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(local(key), resolved(one ?? two ?? ""));
  yield { is: "start", name, attributes };
  if (inside.endsWith("/")) yield { is: "end", name };
}
