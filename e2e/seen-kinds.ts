import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** Where the processes of one run tell each other what axe found good; each keeps to itself where none is named. */
const file = process.env.SEEN_KINDS;
const byWidth = new Map<number, Set<number>>();
let read = 0;

/** The kinds of elements that axe found good at this width of the screen, in any process of this run so far. */
export function seenKinds(width: number): ReadonlySet<number> {
  if (file && existsSync(file)) {
    const lines = readFileSync(file, "utf8").split("\n");
    // Behind the last line break is nothing, or what another process is just writing.
    for (const line of lines.slice(read, -1)) {
      const [at = 0, ...kinds] = line.split(" ").map(Number);
      keep(at, kinds);
    }
    read = lines.length - 1;
  }
  return byWidth.get(width) ?? new Set();
}

/** Notes kinds that axe found good. */
export function noteSeen(width: number, kinds: readonly number[]): void {
  keep(width, kinds);
  if (file) appendFileSync(file, `${[width, ...kinds].join(" ")}\n`);
}

function keep(width: number, kinds: readonly number[]): void {
  const known = byWidth.get(width) ?? new Set();
  for (const kind of kinds) known.add(kind);
  byWidth.set(width, known);
}
