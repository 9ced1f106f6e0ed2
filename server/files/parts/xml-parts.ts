/**
 * The attributes of an element by local name, each with every value it has: a reader goes by one namespace, and which one it
 * is nobody says who writes the same name in two.
 */
export type Attributes = ReadonlyMap<string, readonly string[]>;

/** One piece of an XML text: an element's start with its attributes, its end, or the text between. */
export type Piece =
  | { is: "start"; name: string; attributes: Attributes }
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
  text.replace(/&(#x[0-9A-Fa-f]+|#\d+|[a-z]{1,8});/g, (all, word: string) => {
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

const attribute = /\s+([^\s=/"'<>]+)\s*=\s*("[^"]*"|'[^']*')/y;

function* tag(inside: string): Generator<Piece> {
  if (inside.startsWith("/")) {
    yield { is: "end", name: local(inside.slice(1).trim()) };
    return;
  }
  const [whole = ""] = /^[^\s/"'=]+/.exec(inside) ?? [];
  if (!whole) throw new BrokenXml();
  const attributes = new Map<string, string[]>();
  let at = whole.length;
  for (;;) {
    attribute.lastIndex = at;
    const [all = "", key = "", quoted = ""] = attribute.exec(inside) ?? [];
    if (!all) break;
    at += all.length;
    const name = local(key);
    attributes.set(name, [...(attributes.get(name) ?? []), resolved(quoted.slice(1, -1))]);
  }
  // What is no attribute is none to other readers either, or is one only to them.
  const rest = inside.slice(at).trim();
  if (rest !== "" && rest !== "/") throw new BrokenXml();
  yield { is: "start", name: local(whole), attributes };
  if (rest === "/") yield { is: "end", name: local(whole) };
}

/** Every value of one attribute. */
export const valuesOf = (attributes: Attributes, name: string): readonly string[] => attributes.get(name) ?? [];
