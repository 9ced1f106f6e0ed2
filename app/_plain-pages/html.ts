/** Text that is markup already: made by `html`, or by `constant` from a text of the product's own. */
export class Html {
  constructor(readonly text: string) {}
}

/** An address that may stand in `href` or `action`: made in addresses.ts, never from a text as it is. */
export class Address {
  constructor(readonly text: string) {}
}

/** An attribute without a value, such as `checked`. */
class Flag {
  constructor(readonly name: string) {}
}

export type Part = Html | Address | Flag | string | number | false | null | undefined | readonly Part[];

/** Sets an attribute without a value, or leaves it out. */
export const flag = (name: "checked" | "autofocus" | "selected" | "open", isSet: boolean): Flag | false =>
  isSet && new Flag(name);

/** Markup of the product's own, such as its style sheet. Never for anything that was stored or sent. */
export const constant = (text: string): Html => new Html(text);

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** The text as it may stand between tags and within double quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? "");

/**
 * The template of a document: `html\`<p title="${title}">${text}</p>\``. What is filled in is escaped; lists are put one
 * after another; false, null and undefined are nothing. Throws where escaping would not be enough: in a tag outside a
 * value in double quotes, within script or style, and where a browser follows an address that was not made as one.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const places = placesOf(strings);
  const filled = parts.map((part, index) => filledIn(places[index] ?? "code", part) + (strings[index + 1] ?? ""));
  return new Html((strings[0] ?? "") + filled.join(""));
}

/** Where a part stands: between tags, within a tag, within script or style, or in the value of an attribute. */
type Place = "text" | "tag" | "code" | { attribute: string };

const followed = new Set(["href", "src", "action", "formaction", "poster", "data", "srcset", "ping"]);
const runs = /^(?:on.*|style|srcdoc)$/;

function filledIn(place: Place, part: Part): string {
  if (place === "code") throw new Error("nothing is filled into script, style or a value without double quotes");
  const isFlag = part instanceof Flag || part === false;
  if (place === "tag" && !isFlag) throw new Error("within a tag stand flags alone");
  if (typeof place === "object") {
    if (runs.test(place.attribute)) throw new Error(`nothing is filled into ${place.attribute}`);
    if (followed.has(place.attribute) !== part instanceof Address)
      throw new Error(`${place.attribute} and addresses belong together`);
    return valueText(part);
  }
  return part instanceof Flag ? ` ${part.name}` : textOf(part);
}

/** In a value even markup is text. */
function valueText(part: Part): string {
  if (part instanceof Html || Array.isArray(part)) throw new Error("a value holds text");
  return textOf(part);
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (part instanceof Flag) throw new Error("a flag stands within a tag");
  if (part instanceof Address) return escaped(part.text);
  if (Array.isArray(part)) return part.map((one: Part) => textOf(one)).join("");
  return escaped(String(part));
}

const known = new WeakMap<TemplateStringsArray, Place[]>();

/** The place of each part of a template, worked out once: a template begins between tags, and so does what follows a part there. */
function placesOf(strings: TemplateStringsArray): Place[] {
  const before = known.get(strings);
  if (before) return before;
  const places: Place[] = [];
  let at: Place = "text";
  let ends = "";
  for (const text of strings) {
    [at, ends] = readOn(text, at, ends);
    places.push(at);
  }
  if (places.pop() !== "text") throw new Error("a template ends between tags");
  known.set(strings, places);
  return places;
}

const codeBegins = /^<(script|style)\b/i;

/** Where one is after this text; `ends` is what ends the script or style one is in, or the tag of one that is opening. */
function readOn(text: string, from: Place, endsBefore: string): [Place, string] {
  let [at, ends] = [from, endsBefore];
  for (let index = 0; index < text.length; index += 1) {
    const rest = text.slice(index, index + 12);
    if (at === "code") {
      if (ends && rest.toLowerCase().startsWith(ends)) [at, ends] = ["tag", ""];
    } else if (at === "text") {
      if (/^<(?:[a-z!/]|$)/i.test(rest)) [at, ends] = ["tag", codeBegins.exec(rest)?.[1] ?? ""];
    } else if (at === "tag") {
      if (rest.startsWith(">")) [at, ends] = ends ? ["code", `</${ends.toLowerCase()}`] : ["text", ""];
      else if (rest.startsWith('="')) {
        at = { attribute: nameBefore(text, index) };
        index += 1;
      } else if (rest.startsWith("=")) return ["code", ""];
    } else if (rest.startsWith('"')) at = "tag";
  }
  return [at, ends];
}

const nameBefore = (text: string, index: number): string =>
  (/[^\s"<>=/]+$/.exec(text.slice(0, index))?.[0] ?? "").toLowerCase();
