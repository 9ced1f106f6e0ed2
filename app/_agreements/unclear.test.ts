import { describe, expect, it } from "vitest";
import { emptyClause } from "./clause-draft";
import { freeSides, hasBlank, isOfStatus, isVague } from "./unclear";

const by = (...obligorPartyIds: string[]) => ({ ...emptyClause("1"), obligorPartyIds });

describe("words of a clause that a court or the parties stumble over", () => {
  it("are places left open, vague words, and matters of status; whole words of the kind are none", () => {
    expect(hasBlank({ text: "支付【款项】" })).toBe(true);
    expect(hasBlank({ text: "支付维修费" })).toBe(false);
    for (const text of ["尽快修好", "给予适当补偿", "支付相关费用", "给一定补偿"])
      expect(isVague({ text }), text).toBe(true);
    expect(isVague({ text: "2026年3月1日前修好阳台防水层" })).toBe(false);
    for (const text of ["双方自愿离婚", "女儿抚养权归女方", "确认亲子关系", "解除收养"])
      expect(isOfStatus({ text }), text).toBe(true);
    for (const text of ["每月支付抚养费", "照料母亲起居", "离开现场"]) expect(isOfStatus({ text }), text).toBe(false);
  });

  it.each(["way", "place", "condition", "consequence"] as const)("are found in its %s too", (field) => {
    expect(hasBlank({ text: "修好", [field]: "按【比例】" })).toBe(true);
    expect(isVague({ text: "修好", [field]: "酌情处理" })).toBe(true);
    expect(isOfStatus({ text: "修好", [field]: "双方离婚" })).toBe(true);
    expect(hasBlank({ text: "修好", [field]: "验收合格" })).toBe(false);
  });

  it("name the side that owes nothing while the other owes two things or more", () => {
    const parties = [
      { id: "a", side: 1 },
      { id: "b", side: 2 },
      { id: "c", side: 2 },
    ];
    expect(freeSides([by("b"), by("c")], parties)).toEqual([{ id: "a", side: 1 }]);
    expect(freeSides([by("b"), by("a")], parties)).toEqual([]);
    expect(freeSides([by("b")], parties)).toEqual([]);
    expect(freeSides([by(), by()], parties)).toEqual([]);
  });
});
