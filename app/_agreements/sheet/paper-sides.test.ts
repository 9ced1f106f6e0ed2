import { expect, it } from "vitest";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import { paperSides } from "./paper-sides";

const member = (n: number, side: number, representedBy: string[] = []): AgreementParty => ({
  ...{ id: `${side}-${n}`, side, name: `工人${n}`, kind: "person", standing: "applicant", isMinor: false },
  links: representedBy.map((name, i) => ({ id: `${side}-${n}-${i}`, kind: "representative", name, maySign: true })),
});
/** A side of so many, all of whom elected the first two, against one debtor. */
const paper = (count: number) => [
  ...Array.from({ length: count }, (_, n) => member(n, 1, n < 2 ? [] : ["工人0", "工人1"])),
  member(0, 2),
];

it.each([
  [2, false],
  [9, false],
  [10, true],
  [40, true],
  [200, true],
])("a side of %i members stands in a list of its own: %s", (count, isNumerous) => {
  const [many, one] = paperSides(paper(count));
  expect(many).toMatchObject({ side: 1, isNumerous });
  expect(many?.members).toHaveLength(count);
  expect(many?.representatives.map(({ name }) => name)).toEqual(count > 2 ? ["工人0", "工人1"] : []);
  expect(one).toMatchObject({ side: 2, isNumerous: false, representatives: [] });
});

it("an organisation's representative, and somebody who may not sign, is nobody whom the side elected", () => {
  const firm = { ...member(0, 1, ["周强"]), kind: "organisation" as const };
  const quiet = {
    ...member(1, 1, ["工人2"]),
    links: [{ id: "x", kind: "representative" as const, name: "工人2", maySign: false }],
  };
  expect(paperSides([firm, quiet, member(2, 1)])[0]?.representatives).toEqual([]);
});
