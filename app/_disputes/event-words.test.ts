import { describe, expect, it } from "vitest";
import { catalogues } from "@/app/_i18n/catalogues";
import { disputeEvents } from "@/db/vocabulary-events";

/** Keys of nested words as the code writes them: { party: { add: … } } is "party.add". */
const keysOf = (words: object): string[] =>
  Object.entries(words).flatMap(([key, inner]) =>
    typeof inner === "object" ? keysOf(inner).map((rest) => `${key}.${rest}`) : [key],
  );

describe("words of a dispute's timeline", () => {
  it.each(["zh-CN", "en"] as const)("name every event, and no other, in %s", (locale) => {
    const { other, ...words } = catalogues[locale].disputes.event;
    expect(other).not.toBe("");
    expect(keysOf(words).sort()).toEqual(Object.keys(disputeEvents).sort());
  });
});
