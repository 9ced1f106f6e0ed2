const blocks = /\/\*\*?[\s\S]*?\*\/|(?:^[ \t]*(?:\/\/|--) .*\n)+/gm;

/**
 * The sentences of all comments, each with the line on which its comment begins. Tags of JSDoc are no sentences; each entry
 * of a list is one.
 * @param {string} source
 * @returns {{ text: string, line: number }[]}
 */
export function sentencesOf(source) {
  return [...source.matchAll(blocks)].flatMap(({ 0: block, index }) => {
    const line = source.slice(0, index).split("\n").length;
    const text = block
      .split("\n")
      .map((each) => each.replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/|--)\s?|\s*\*\/\s*$/g, ""))
      .join("\n")
      .replace(/(^|\s)@\w+[\s\S]*$/, "");
    return text
      .split(/(?<=[.!?])\s+|\n(?=[·-] )/)
      .map((each) => ({ text: each.replace(/\s+/g, " ").trim(), line }))
      .filter((each) => each.text !== "");
  });
}
