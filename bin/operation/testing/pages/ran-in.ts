const tags = /<([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;
const attributes = /\s+([^\s=>"]+)(?:="([^"]*)")?/g;
const addresses = new Set(["href", "src", "action", "formaction", "xlink:href", "srcset", "poster", "data"]);
const named: Record<string, string> = { quot: '"', "#x27": "'", amp: "&", lt: "<", gt: ">" };
const decoded = (text: string) => text.replace(/&(quot|#x27|amp|lt|gt);/g, (_all, name: string) => named[name] ?? "");

/** A browser reads an address without its controls and spaces. */
const isScript = (address: string) => /^(?:javascript|vbscript|data:text)/i.test(address.replace(/[\p{Cc}\s]/gu, ""));

/** Where in HTML that React wrote a browser would run something: `zt()` anywhere but in text, and every script address. */
export function ranIn(html: string): string[] {
  const found: string[] = [];
  for (const [tag, name = "", inside = ""] of html.matchAll(tags)) {
    for (const [, attribute = "", value = ""] of inside.matchAll(attributes)) {
      const isAddress = addresses.has(attribute.toLowerCase());
      if (/^on/i.test(attribute) || attribute.includes("zt(")) found.push(tag.slice(0, 200));
      if (isAddress && isScript(decoded(value))) found.push(tag.slice(0, 200));
      if (attribute === "srcdoc" || (attribute === "style" && value.includes("zt("))) found.push(tag.slice(0, 200));
    }
    if (name.includes("zt(")) found.push(tag.slice(0, 200));
  }
  // What is left of a text whose signs were not escaped.
  for (const [raw] of html.matchAll(/<img src=x|<script>zt|<\/textarea><script/g)) found.push(raw);
  for (const [, body = ""] of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g))
    if (body.includes("zt(")) found.push(body);
  return found;
}
