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
  "app/_calls/activate-form.tsx ActivateForm": 100,
  "db/seed/county.ts createCounty": 92,
  "db/seed/scenarios/decoration-stalled.ts decorationStalled": 94,
  "server/convening/plan.ts plan": 143,
  "server/desk/read-desk.ts readDesk": 83,
  "server/notifications/people-around.ts peopleAround": 95,
  "server/panel/next-eligible.test.ts inScene": 89,
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
 * Every function of a file with its name and its number of lines.
 * @param {string} file
 * @param {string} text
 * @returns {{ file: string, name: string, lines: number }[]}
 */
function functionsOf(file, text) {
  const found = [];
  const isTest = /\.(test|spec)\.tsx?$/.test(file);
  const lineOf = (offset) => text.slice(0, offset).split("\n").length;
  function visit(node, name) {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, name);
      return;
    }
    if (!node || typeof node !== "object") return;
    const here = node.id?.name ?? node.key?.name ?? name;
    if (/Function/.test(node.type ?? "") && node.body) {
      found.push({ file, name: here ?? "(without a name)", lines: lineOf(node.end) - lineOf(node.start) + 1 });
    }
    if (isTest && node.type === "CallExpression" && tellsStory.test(calledName(node.callee))) {
      for (const argument of node.arguments) visit(/Function/.test(argument.type) ? argument.body : argument, here);
      return;
    }
    for (const key in node) if (key !== "type") visit(node[key], here);
  }
  visit(parseSync(file, text).program);
  return found;
}

/** The first name of `test`, `test.each(…)` and `test.describe.serial`. */
function calledName(callee) {
  if (callee?.type === "Identifier") return callee.name;
  const inner = callee?.object ?? callee?.callee ?? callee?.tag;
  return inner ? calledName(inner) : "";
}
