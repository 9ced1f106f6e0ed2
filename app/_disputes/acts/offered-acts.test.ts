import { expect, it } from "vitest";
import { sourceFiles, textOf } from "@/bin/checks/source-files.mjs";
import type { Action } from "@/server/access/policy";
import { isOffered } from "@/server/disputes/reads/allowed";
import { menu } from "./menu-entry";

/** The session desk has a list of its own acts (`deskActions`). */
const pages = sourceFiles(/\.tsx?$/, "app").filter((file) => !/^app\/_desk\/|\.test\.ts$/.test(file));

it("every act for which a page of a dispute asks `allowed` can be in it: the lifecycle has its row, or `allowed.ts`", () => {
  const asked = pages.flatMap((file) =>
    [...textOf(file).matchAll(/\ballowed\.includes\("([\w.]+)"\)/g)].map(([, action = ""]) => action as Action),
  );
  expect(asked.length).toBeGreaterThan(40);
  expect([...new Set([...asked, ...menu])].filter((action) => !isOffered(action))).toEqual([]);
});
