import { describe, expect, test } from "vitest";
import { faultsOf } from "./refused-words.mjs";

const wordsIn = (file: string, text: string) =>
  faultsOf(file, text).map((fault) => fault.replace(/:.*?"(\w+)".*/, " $1"));

describe("words of the old dialect", () => {
  test.each([
    ["server/kernel/with-house.ts", "", "house"],
    ["server/convening/plan.ts", "const firstComer = 1;", "comer"],
    ["app/_guest/card.tsx", "// whoever knocks", "knocks"],
    ["server/desk/start.ts", "/**\n * He begins it.\n */", "he"],
    ["server/desk/start.test.ts", 'it("lets him in", () => {});', "him"],
    ["ARCHITECTURE.md", "the heart of it", "heart"],
    ["docs/scale.md", "dearer than before", "dearer"],
    ["db/work.ts", "const patienceMs = 1;", "patience"],
    ["app/_i18n/messages/en/desk.json", '{ "a": "in his words" }', "his"],
    ["server/agreements/queries.ts", "const readDesk = 1;", "desk"],
    ["server/demo/scenarios/many-disputes.ts", "const desk = 1;", "desk"],
    ["server/notifications/queries.ts", "const ownNotices = 1;", "notices"],
    ["server/trpc/init.ts", 'const meta = { door: "link" };', "door"],
    ["db/sql/functions/x.sql", "select 1; -- his own\nselect he", "his"],
    ["server/invitations/queries.ts", "sql`select 1\n    -- as the desk sees it\n  `", "desk"],
  ])("%s is refused for %j", (file, text, word) => {
    expect(wordsIn(file, text)).toEqual([`${file} ${word}`]);
  });

  test.each([
    ["server/desk/read-desk.ts", "export const readDesk = 1;"],
    ["server/api/root.ts", "const root = { desk: deskRouter };"],
    ["server/demo/scenarios/desk-in-progress.ts", "const deskInProgress = 1;"],
    ["server/consents/queries.ts", "const notices = 1;"],
    ["server/access/limits.ts", '// the code at the door\nconst path = "../desk/door";'],
    ["app/_ui/shanghai.ts", "const toWallClock = 1; // wall clock"],
    ["ARCHITECTURE.md", "named `house` once"],
    ["server/calls/place.ts", "// this and the other"],
  ])("%s may say %j", (file, text) => {
    expect(faultsOf(file, text)).toEqual([]);
  });

  test("names the line and the word to take", () => {
    expect(faultsOf("server/x/y.ts", "\n\nconst shelf = 1;")).toEqual([
      'server/x/y.ts:3: "shelf": write store or filter',
    ]);
  });
});
