import { expect, it } from "vitest";
import en from "@/app/_i18n/messages/en/settings.json";
import zh from "@/app/_i18n/messages/zh-CN/settings.json";
import { ruleDefaults } from "@/server/rules/defaults";

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
