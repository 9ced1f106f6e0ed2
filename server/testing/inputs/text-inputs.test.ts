import { describe, expect, it } from "vitest";
import { textFields as fields, onlyCompared, takes } from "./text-fields";

/** Fields that people fill in an area of several lines. */
const severalLines = new Set(
  "agenda agreed answer answersReason basis cause circumstances course courtAction escalationSigns exceptionReason facts measures neutralSummary note others outcome overrideReason ownWagesReason performanceWay proof question reason remark requests result riskReason summary text what wish".split(
    " ",
  ),
);
describe("every text that a procedure takes", () => {
  it("is found in the schemas", () => {
    expect(fields.length).toBeGreaterThan(300);
    expect(fields.filter(({ format }) => format === "datetime").length).toBeGreaterThan(20);
  });

  it("refuses line ends and control characters unless it is filled in an area of several lines", () => {
    const open = fields.filter(
      ({ name, schema }) =>
        !severalLines.has(name) &&
        !onlyCompared.has(name) &&
        ["ab\ncd", "ab\rcd", "ab\u001bcd", "ab\u2028cd"].some((text) => takes(schema, text)),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
    const unclean = fields.filter(
      ({ name, schema }) => !onlyCompared.has(name) && ["ab\u0000cd", "ab\u001bcd"].some((text) => takes(schema, text)),
    );
    expect(unclean.map(({ path }) => path)).toEqual([]);
  });

  it("is stored without turns of the writing direction, which make a line read falsely", () => {
    const turned = "ab\u202ecd\u2066ef";
    const open = fields.filter(({ name, schema }) => {
      const read = schema.safeParse(turned);
      return !onlyCompared.has(name) && read.success && /[\u202a-\u202e\u2066-\u2069]/.test(String(read.data));
    });
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it("takes an instant only with an offset and a year that the database knows", () => {
    const open = fields.filter(
      ({ format, schema }) =>
        format === "datetime" &&
        ["2026-12-01T01:00:00+16:00", "2026-12-01T01:00:00-23:59", "9999-12-31T23:59:59-12:00"].some((text) =>
          takes(schema, text),
        ),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it("gives a reason in words wherever one is asked for", () => {
    const reasons = fields.filter(({ name, schema }) => /reason$/i.test(name) && takes(schema, "因为要改期"));
    expect(reasons.length).toBeGreaterThan(20);
    const open = reasons.filter(({ schema }) => ["x", "。。。", "aaaa"].some((text) => takes(schema, text)));
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});
