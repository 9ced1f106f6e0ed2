/** A stretch of text in one face. */
export interface Run {
  text: string;
  /** The text face stands in for a face that lacks a character. */
  isFallback: boolean;
}

/**
 * A title or heading in stretches: a name that holds a character its face lacks is set in the text face as a whole, so that
 * no name shows two faces; any other such character alone.
 */
export function runsOf(text: string, names: readonly string[], has: (char: string) => boolean): Run[] {
  const rare = names.filter((name) => name !== "" && [...name].some((char) => !has(char)));
  const runs: Run[] = [];
  const add = (piece: string, isFallback: boolean) => {
    const last = runs.at(-1);
    if (last?.isFallback === isFallback) last.text += piece;
    else runs.push({ text: piece, isFallback });
  };
  for (let rest = text; rest !== ""; ) {
    const name = rare.find((one) => rest.startsWith(one));
    const piece = name ?? String.fromCodePoint(rest.codePointAt(0) ?? 0);
    add(piece, name !== undefined || !has(piece));
    rest = rest.slice(piece.length);
  }
  return runs;
}
