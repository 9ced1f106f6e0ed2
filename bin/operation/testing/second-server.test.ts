import path from "node:path";
import { expect, it } from "vitest";
import { sortTests } from "@/server/testing/sort-tests";
import { testsOfSecondServer } from "./second-server.mjs";

it("the second server runs tests of every module that has some on a database, and no test that needs none", () => {
  const { onDatabase, pure } = sortTests(path.resolve(import.meta.dirname, "../../.."));
  const chosen = testsOfSecondServer();
  const moduleOf = (test: string) => test.split("/").slice(0, 2).join("/");
  const seen = new Set(chosen.map(moduleOf));
  const served = onDatabase.filter(
    (test) => test.startsWith("server/") && !/^server\/(trpc|testing|demo)\//.test(test),
  );
  const unseen = [...new Set(served.map(moduleOf))].filter((module) => !seen.has(module));
  expect(unseen, "give each a test with the module's name, or name its story in second-server.mjs").toEqual([]);
  expect(chosen.filter((test) => pure.includes(test))).toEqual([]);
});
