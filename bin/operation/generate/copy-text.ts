/** Text as it stands inside one column of COPY's text format. */
export const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[sign] ?? sign);

/** One row of COPY's text format; null is \N. */
export const copyLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => (cell === null ? "\\N" : escaped(String(cell)))).join("\t")}\n`;
