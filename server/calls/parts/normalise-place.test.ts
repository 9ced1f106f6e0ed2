import { describe, expect, it } from "vitest";
import { normalisePlace } from "./normalise-place";

describe("the place as compared", () => {
  it.each([
    ["江畔花园3号楼2单元301", "江畔花园 ３号楼 ２单元 401 室"],
    ["江畔花园3号楼2单元301", "江畔花园三栋"],
    ["江畔花园3号楼", "江畔花园3-2-301"],
    ["锦绣里6幢502", "锦绣里６ 幢（一楼）"],
    ["柳湾路18号", "柳湾路 18 号 2单元 301室"],
    ["老街12号", "老街１２号二楼"],
    ["富民路夜市", "富民路 夜市。"],
    ["江畔花园十二号楼", "江畔花园12座1单元"],
  ])("%s is where %s is", (one, other) => {
    expect(normalisePlace(other)).toBe(normalisePlace(one));
  });

  it.each([
    ["江畔花园3号楼", "江畔花园13号楼"],
    ["江畔花园3号楼", "江畔新村3号楼"],
    ["老街12号", "老街21号"],
    ["东岗村四组", "东岗村五组"],
    ["工业路7-9号", "工业路7-11号"],
  ])("%s is not %s", (one, other) => {
    expect(normalisePlace(other)).not.toBe(normalisePlace(one));
  });

  it("never comes out empty for a place that says something", () => {
    expect(normalisePlace("301室")).not.toBe("");
    expect(normalisePlace("２单元")).not.toBe("");
  });
});
