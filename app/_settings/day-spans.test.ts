import { expect, it } from "vitest";
import { daysOf, spansOf } from "./day-spans";

it("makes spans of days and days of spans, also across months and where spans touch or overlap", () => {
  const days = ["2027-01-31", "2027-02-01", "2027-02-05", "2027-02-06", "2027-10-01"];
  const spans = spansOf(days);
  expect(spans).toEqual([
    { from: "2027-01-31", until: "2027-02-01" },
    { from: "2027-02-05", until: "2027-02-06" },
    { from: "2027-10-01", until: "2027-10-01" },
  ]);
  expect(daysOf(spans)).toEqual(days);
  expect(
    daysOf([
      { from: "2027-05-02", until: "2027-05-03" },
      { from: "2027-05-01", until: "2027-05-02" },
    ]),
  ).toEqual(["2027-05-01", "2027-05-02", "2027-05-03"]);
});

it("makes no days of a span that is not filled in or runs backwards", () => {
  expect(
    daysOf([
      { from: "", until: "2027-05-03" },
      { from: "2027-05-03", until: "" },
      { from: "2027-05-03", until: "2027-05-01" },
    ]),
  ).toEqual([]);
});
