import { parseSync } from "oxc-parser";
import { sourceFiles, textOf } from "./source-files.mjs";

const most = 80;

/**
 * Functions that are still longer, with their lines; none may grow, and none may join them.
 * @type {Record<string, number>}
 */
const stillLonger = {
  "app/(office)/calendar/page.tsx CalendarPage": 108,
  "app/_calendar/use-move.ts useMove": 145,
  "app/_calls/activate-form.tsx ActivateForm": 106,
  "server/convening/reads/plan.ts plan": 144,
  "server/demo/county.ts createCounty": 92,
  "server/demo/scenarios/decoration-stalled.ts decorationStalled": 94,
  "server/desk/reads/desk.ts readDesk": 84,
  "server/notifications/parts/event-audience.ts eventAudience": 95,
  "server/panel/parts/next-eligible.test.ts inScene": 89,
  "server/testing/golden.ts goldenPlay": 139,
  "server/testing/lanes/probes.ts probesFor": 130,
};

// What a test file hands to these is a story, told from top to bottom.
const tellsStory = /^(describe|test|it|beforeAll|beforeEach|afterAll|afterEach)$/;

/** A function is read at once or not understood: none above 80 lines, components too; lines are counted as they stand. */
export function functionLength() {
  const files = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs)$/);
  const long = files.flatMap((file) => functionsOf(file, textOf(file)).filter(({ lines }) => lines > most));
  const left = new Set(Object.keys(stillLonger));
  const faults = [];
  for (const { file, name, lines } of long) {
    const key = `${file} ${name}`;
    const allowed = stillLonger[key] ?? most;
    left.delete(key);
    if (lines > allowed)
      faults.push(`${file}: ${name} has ${lines} lines; ${allowed} is the most. Split it by concern.`);
  }
  for (const key of left) faults.push(`${key} is short now: strike it from bin/checks/function-length.mjs`);
  if (faults.length) throw new Error(faults.join("\n"));
  return `${Object.keys(stillLonger).length} functions still above ${most} lines`;
}

/**
 * A node of the syntax tree, as far as it is looked at here.
 * @typedef {{ type: string, start: number, end: number, [part: string]: unknown }} Node
 */

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === "object" && value !== null && "type" in value;

/** @param {unknown} node @returns {string | undefined} */
const nameIn = (node) => (isNode(node) && typeof node.name === "string" ? node.name : undefined);

/**
 * Every function of a file with its name and its number of lines.
 * @param {string} file
 * @param {string} text
 * @returns {{ file: string, name: string, lines: number }[]}
 */
function functionsOf(file, text) {
  /** @type {{ file: string, name: string, lines: number }[]} */
  const found = [];
  const isTest = /\.(test|spec)\.tsx?$/.test(file);
  /** @param {number} offset */
  const lineOf = (offset) => text.slice(0, offset).split("\n").length;
  /**
   * @param {unknown} node
   * @param {string} [name] of what the node is part of
   */
  function visit(node, name) {
    if (Array.isArray(node)) for (const one of node) visit(one, name);
    if (!isNode(node)) return;
    const here = nameIn(node.id) ?? nameIn(node.key) ?? name;
    if (node.type.includes("Function") && node.body)
      found.push({ file, name: here ?? "(without a name)", lines: lineOf(node.end) - lineOf(node.start) + 1 });
    if (isTest && node.type === "CallExpression" && tellsStory.test(calledName(node.callee))) {
      for (const argument of Array.isArray(node.arguments) ? node.arguments : [])
        visit(isNode(argument) && argument.type.includes("Function") ? argument.body : argument, here);
      return;
    }
    for (const key in node) if (key !== "type") visit(node[key], here);
  }
  visit(parseSync(file, text).program);
  return found;
}

/**
 * The first name of `test`, `test.each(…)` and `test.describe.serial`.
 * @param {unknown} callee
 * @returns {string}
 */
function calledName(callee) {
  if (!isNode(callee)) return "";
  if (callee.type === "Identifier") return nameIn(callee) ?? "";
  return calledName(callee.object ?? callee.callee ?? callee.tag);
}
