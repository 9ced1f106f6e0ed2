import { importsBetween } from "./module-graph.mjs";

/** Folders whose own folders are modules. */
const tops = ["server", "app"];
// Imports that still run the wrong way round, "from → to". This list only shrinks.
const known = new Set(["app/_calls → app/(office)", "app/_sessions → app/_desk"]);
const linesShown = 4;

/**
 * Modules form a tree: none needs another that, by whatever way, needs it. Types count like values, tests do not.
 * What two modules share belongs into a third below both.
 */
export function moduleCircles() {
  const faults = [];
  const notes = [];
  const excused = new Set();
  for (const top of tops) {
    const imports = importsBetween(top);
    for (const [from, goals] of imports) {
      for (const to of goals.keys()) {
        if (!known.has(`${from} → ${to}`)) continue;
        excused.add(`${from} → ${to}`);
        goals.delete(to);
      }
    }
    for (const circle of circlesIn(imports)) faults.push(told(circle, imports));
    notes.push(`${imports.size} in ${top}`);
  }
  for (const one of known)
    if (!excused.has(one)) faults.push(`${one} is gone: strike it from bin/checks/module-circles.mjs`);
  if (faults.length) throw new Error(faults.join("\n"));
  return `modules: ${notes.join(", ")}${excused.size ? `; ${excused.size} imports still to be turned round` : ""}`;
}

/**
 * The shortest circle through each module that lies on one, every circle once.
 * @param {Map<string, Map<string, string[]>>} imports
 * @returns {string[][]}
 */
function circlesIn(imports) {
  const found = new Map();
  for (const start of imports.keys()) {
    const circle = shortestBack(start, imports);
    if (circle) found.set([...circle].sort().join(), circle);
  }
  return [...found.values()];
}

/** From a module over others back to it, or null. */
function shortestBack(start, imports) {
  const cameFrom = new Map();
  const queue = [start];
  for (const at of queue) {
    for (const next of imports.get(at)?.keys() ?? []) {
      if (next === start) {
        const way = [at];
        while (way[0] !== start) way.unshift(cameFrom.get(way[0]));
        return way;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

/** The circle, and below each of its arrows the lines that draw it. */
function told(circle, imports) {
  const arrows = circle.map((from, i) => [from, circle[(i + 1) % circle.length]]);
  const lines = arrows.flatMap(([from, to]) => {
    const places = imports.get(from)?.get(to) ?? [];
    const more = places.length - linesShown;
    return [
      `  ${from} → ${to}`,
      ...places.slice(0, linesShown).map((place) => `    ${place}`),
      ...(more > 0 ? [`    … and ${more} more`] : []),
    ];
  });
  return [
    `modules in a circle: ${[...circle, circle[0]].join(" → ")}. Move what both need into a module below them`,
    ...lines,
  ].join("\n");
}
