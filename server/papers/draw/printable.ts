import { coverage } from "../../kernel/glyphs";

/** Text that names a thing and not a person, with a box for each character that cannot be printed. */
export async function printable(text: string): Promise<string> {
  const has = await coverage("song");
  return [...text].map((char) => (has(char) ? char : "□")).join("");
}
