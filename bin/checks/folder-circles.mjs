/**
 * Circles between folders: A imports from B, and B, directly or through others, from A.
 * @param {readonly { from: string, to: string }[]} imports file to file, values and types
 * @param {(file: string) => string | null} folderOf the folder a file counts for; null for files that do not count
 * @returns {string[]} one sentence a circle, with an import of each step
 */
export function folderCircles(imports, folderOf) {
  /** @type {Map<string, Map<string, string>>} */
  const steps = new Map();
  for (const { from, to } of imports) {
    const [here, there] = [folderOf(from), folderOf(to)];
    if (!here || !there || here === there) continue;
    const goals = steps.get(here) ?? new Map();
    steps.set(here, goals.set(there, `${from} → ${to}`));
  }
  const told = new Set();
  const circles = [];
  for (const start of [...steps.keys()].sort()) {
    const way = shortestWayBack(steps, start);
    const members = way && [...way].sort().join(" ");
    if (!way || told.has(members)) continue;
    told.add(members);
    const words = way.map((folder, at) => steps.get(folder)?.get(way[(at + 1) % way.length] ?? ""));
    circles.push(`circle between folders: ${[...way, start].join(" → ")}\n    ${words.join("\n    ")}`);
  }
  return circles;
}

/**
 * The shortest chain of imports from a folder through others back to itself, or null.
 * @param {Map<string, Map<string, string>>} steps
 * @param {string} start
 */
function shortestWayBack(steps, start) {
  const before = new Map();
  const queue = [start];
  for (const folder of queue) {
    for (const next of steps.get(folder)?.keys() ?? []) {
      if (next === start) {
        const way = [folder];
        while (way[0] !== start) way.unshift(before.get(way[0]));
        return way;
      }
      if (before.has(next)) continue;
      before.set(next, folder);
      queue.push(next);
    }
  }
  return null;
}
