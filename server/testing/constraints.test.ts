import { expect, it } from "vitest";
import en from "@/app/_i18n/messages/en/problems.json";
import zh from "@/app/_i18n/messages/zh-CN/problems.json";
import { constraintCodes } from "@/db/constraints";
import { namedConstraints } from "./named-guards";

const codes: Record<string, string> = constraintCodes;

it("every constraint, unique index and guarding trigger has a problem code, and the list has no others", async () => {
  const named = new Set((await namedConstraints()).map((row) => row.name));
  expect(Object.keys(codes).sort()).toEqual([...named].sort());
});

it("every code has words in both languages", () => {
  for (const words of [zh, en]) {
    const missing = [...new Set(Object.values(codes))].filter((code) => !(code in words));
    expect(missing).toEqual([]);
  }
});
