import { expect, it } from "vitest";
import en from "@/app/_i18n/messages/en/settings.json";
import zh from "@/app/_i18n/messages/zh-CN/settings.json";
import { type RuleKey, ruleDefaults } from "@/server/rules/defaults";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";
import { groupRules } from "./rule-groups";
import { readValue, textOf } from "./rule-words";

/** What the catalogue has under a path such as peoples.months. */
const wordAt = (tree: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], tree);

it("has a name and a unit in both languages for every rule that the page shows", () => {
  // Second factors have their own page, which names them by role.
  const shown = Object.entries(ruleDefaults).filter(([key]) => !key.startsWith("secondFactor."));
  for (const words of [zh, en])
    for (const [key, { unit }] of shown) {
      expect(typeof wordAt(words.rule, key), key).toBe("string");
      expect(typeof wordAt(words.unit, unit), `${key}: ${unit}`).toBe("string");
    }
});

it("has every rule of the page in one group, and no group without rules", () => {
  const keys = (Object.keys(ruleDefaults) as RuleKey[]).filter((key) => !key.startsWith("secondFactor."));
  const groups = groupRules(keys.map((key) => ({ key }) as RuleLine));
  expect(groups.flatMap(({ rules }) => rules.map(({ key }) => key)).sort()).toEqual([...keys].sort());
  for (const words of [zh, en]) expect(groups.map(({ group }) => group)).toEqual(Object.keys(words.rules.groups));
});

it("reads a time of day and a number as they are typed, and nothing else", () => {
  const time = "minutes after midnight";
  expect([textOf(time, 510), textOf("hours", 24)]).toEqual(["08:30", "24"]);
  expect(["8:30", "08：30", "24:00", "830"].map((typed) => readValue(time, typed))).toEqual([510, 510, null, null]);
  expect([" 24 ", "2.5", "-1", "8:30", ""].map((typed) => readValue("hours", typed))).toEqual([
    24,
    null,
    null,
    null,
    null,
  ]);
});
