import { expect, it } from "vitest";
import { pluralFaults } from "./plural-faults.mjs";

const faultsOf = (...texts: string[]) => pluralFaults(new Map(texts.map((text, i) => [`a.${i}`, text])));

it.each([
  "{count} seats asked",
  "Look {days} days ahead",
  "{names} objects",
  "Book {count} more meetings",
  "{has, select, yes {{count} people} other {}}",
  "The first {shown} of {total} people",
])("a number before a plural is refused: %s", (text) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(/^a\.0 says one as it says many/)]);
});

it.each([
  "{count, plural, one {# seat} other {# seats}} asked",
  "{hours, plural, one {{hours} hour} other {{hours} hours}} in all",
  "All {count} parties agree",
  "{name} signs in person",
  "{count} in all",
  "{names} and others, {count} in all",
  "{count} less",
])("a message that is right either way passes: %s", (text) => {
  expect(faultsOf(text)).toEqual([]);
});

it("an argument of which one message makes a plural is a number in the others", () => {
  expect(faultsOf("{parts} of it", "{left, plural, one {# day} other {# days}} left", "{left} days")).toEqual([
    expect.stringMatching(/^a\.2 /),
  ]);
});
