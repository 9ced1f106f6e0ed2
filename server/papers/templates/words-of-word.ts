import PizZip from "pizzip";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What a Word file says, in its text, heads and feet, without layout. */
export function wordsOfWord(bytes: Buffer): string {
  const zip = new PizZip(bytes);
  const names = Object.keys(zip.files).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  return names
    .map((name) =>
      [...(zip.file(name)?.asText() ?? "").matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, text = ""]) => text.replace(/&(\w+);/g, (all, word: string) => entities[word] ?? all))
        .join(""),
    )
    .join("\n");
}
