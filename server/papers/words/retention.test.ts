import { expect, it } from "vitest";
import { type RuleKey, type Rules, ruleDefaults } from "../../rules/defaults";
import { keptFor, keptInWords, retentionYears } from "./retention";

const rules = (over: Partial<Record<RuleKey, number>>): Rules => ({
  ...(Object.fromEntries(Object.entries(ruleDefaults).map(([key, rule]) => [key, rule.value])) as Rules),
  ...over,
});
const county = rules({ "retention.longYears": 30, "retention.shortYears": 10, "retention.policeLongYears": 60 });

it("a dossier is kept for the years of its class from the year after it was archived", () => {
  const years = retentionYears("peoples", county);
  expect(keptFor("long", "2026-01-01", years)).toEqual({ class: "long", years: 30, until: "2056-12-31" });
  expect(keptFor("short", "2026-12-31", years)).toEqual({ class: "short", years: 10, until: "2036-12-31" });
  expect(keptInWords(keptFor("short", "2026-12-31", years))).toBe("短期（10年，至2036年12月31日）");
  expect(keptInWords(keptFor("permanent", "2026-12-31", years))).toBe("永久");
});

it("the police's dossiers have years of their own, and where none are published nothing is made up", () => {
  expect(retentionYears("publicSecurity", county)).toEqual({ long: 60, short: null });
  expect(retentionYears("coordination", county)).toEqual({ long: 30, short: 10 });
  const none = retentionYears("peoples", rules({}));
  expect(keptFor("long", "2026-05-01", none)).toEqual({ class: "long", years: null, until: null });
  expect(keptInWords(keptFor("long", "2026-05-01", none))).toBe("长期");
});
