import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hiddenDespitePolicy, shownBeyondPolicy } from "./agreement";
import { rowMatrix } from "./document";
import { decidedOtherwise, triesOf, unnoticedFlips } from "./gate-decisions";
import {
  beyondPolicy,
  type Difference,
  heldByNobody,
  hiddenDespite,
  nothingToSay,
  refusedFurther,
} from "./known-differences";
import { askAll } from "./questions";
import { type RowVisibility, readVisibility } from "./row-visibility";
import { buildRowScene, type RowScene } from "./scene";

let scene: RowScene;
let visibility: RowVisibility;
beforeAll(async () => {
  scene = await buildRowScene();
  visibility = await readVisibility(scene);
});

/** "table: role as standing" of every entry. */
const cellsOf = (list: readonly Difference[]) =>
  list.flatMap(({ tables, who }) => tables.flatMap((table) => who.map((one) => `${table}: ${one}`)));
/** Without the action, which only says which line of the policy promises it. */
const cell = (line: string) => line.replace(/ \(.*$/, "");
const unlike = (found: readonly string[], known: readonly string[]) => ({
  new: found.filter((line) => !known.includes(cell(line))),
  gone: known.filter((line) => !found.map(cell).includes(line)),
});
const none = { new: [], gone: [] };

describe("what row-level security shows in a known scene", () => {
  it("has a row of every table and lane the application may read", () => {
    const tables = new Set(visibility.rows.map(({ table }) => table));
    const without = [...(visibility.viewers[0]?.sees.keys() ?? [])].filter((table) => !tables.has(table));
    expect(without, "server/testing/rows/scene.ts writes no row of these").toEqual([]);
  });

  it("is the matrix in docs/row-matrix.txt (written anew by Vitest's -u, see CONTRIBUTING.md)", async () => {
    await expect(rowMatrix(visibility)).toMatchFileSnapshot(
      path.resolve(import.meta.dirname, "../../../docs/row-matrix.txt"),
    );
  });
});

describe("policy and row-level security", () => {
  it("agree where the policy says yes", () => {
    const found = hiddenDespitePolicy(visibility).filter((line) => !line.endsWith("nobody stands so"));
    expect(
      unlike(found, cellsOf(hiddenDespite)),
      "new: server/access/policy.ts lets them (action), row-level security shows them no row: give the table a policy for this standing in db/sql/policies, or take the cell back; gone: take it off known-differences.ts",
    ).toEqual(none);
  });

  it("agree where the policy says no", () => {
    expect(
      unlike(shownBeyondPolicy(visibility), cellsOf(beyondPolicy)),
      "new: row-level security shows them rows of this table, no action of server/access/reads.ts does: narrow the policy of the table in db/sql/policies, or name the table there for an action that the policy lets them; gone: take it off known-differences.ts",
    ).toEqual(none);
  });

  it("are both tested: for each cell of the policy the scene has somebody in that standing", () => {
    const empty = hiddenDespitePolicy(visibility).filter((line) => line.endsWith("nobody stands so"));
    const unexplained = empty.filter((line) => !((/: (.*?) \(/.exec(line)?.[1] ?? "") in heldByNobody));
    expect(
      unexplained,
      "server/access/policy.ts lets somebody who cannot be: no one of this role holds this relation to any dispute, station or row of their own (subjectsOf in server/kernel/actor.ts, dispute_access, server/testing/rows/scene.ts)",
    ).toEqual([]);
    for (const known of Object.keys(heldByNobody)) expect(empty.join("\n"), "no longer needed").toContain(known);
  });
});

describe("every question, asked as everybody whom the policy allows", () => {
  it("answers, and answers with something", async () => {
    const { refused, empty } = await askAll(scene, visibility.viewers);
    const further = Object.entries(refusedFurther).flatMap(([question, who]) =>
      who.map((one) => `${question}: ${one}`),
    );
    expect(unlike(refused, further), "refused though server/access/policy.ts lets them").toEqual(none);
    const silent = (line: string) =>
      nothingToSay.filter(
        ({ question, who }) =>
          line.startsWith(`${question}: `) && (!who || who.includes(line.slice(question.length + 2))),
      );
    expect(
      empty.filter((line) => silent(line).length === 0),
      "answered with nothing: row-level security hides the rows, or the scene has none",
    ).toEqual([]);
    const used = new Set(empty.flatMap(silent));
    expect(
      nothingToSay.filter((one) => !used.has(one)),
      "has something to answer now: take it off known-differences.ts",
    ).toEqual([]);
  });
});

describe("the gate, asked as in production", () => {
  it("decides what docs/access-matrix.txt says", async () => {
    const tries = triesOf(scene, visibility.viewers, 11);
    expect(tries.length).toBeGreaterThan(200);
    expect(await decidedOtherwise(tries), "the gate and the recorded matrix differ").toEqual([]);
  });

  it("decides otherwise as soon as one cell of the policy is flipped, either way", async () => {
    const { unnoticed, granted, taken } = await unnoticedFlips(triesOf(scene, visibility.viewers, 29));
    expect(unnoticed).toEqual([]);
    expect(granted).toBeGreaterThan(50);
    expect(taken).toBeGreaterThan(15);
  });
});
