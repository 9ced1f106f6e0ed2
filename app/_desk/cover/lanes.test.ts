import { describe, expect, it } from "vitest";
import { atFirst, covered } from "./cover";
import { laneTabs } from "./lanes";

const lanes = ["open", "joint", "side", "mediator", "sealed"] as const;
const sides = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    side: index + 1,
    parties: [
      {
        id: `p${index}`,
        name: `第 ${index + 1} 家`,
        kind: "person" as const,
        isSuspect: false as const,
        needsGuardian: false,
        isDeparted: false,
        links: [],
      },
    ],
  }));
const open = covered(atFirst, { type: "uncover" });
const keys = (tabs: readonly { key: string }[]) => tabs.map((tab) => tab.key);

describe("the tabs of a desk", () => {
  it("are in the order of Alt 1 to 9: joint, sides, mediator, sealed; the open lane takes no notes of a session", () => {
    const { tabs, others } = laneTabs({ lanes, sides: sides(3) }, open, []);
    expect(keys(tabs)).toEqual(["joint", "side:1", "side:2", "side:3", "mediator", "sealed"]);
    expect(others).toEqual([]);
  });
  it("while covered there is only the joint one", () => {
    expect(keys(laneTabs({ lanes, sides: sides(3) }, atFirst, []).tabs)).toEqual(["joint"]);
  });
  it("with more than four sides only the chosen one has a tab, the others a menu", () => {
    const cover = covered(open, { type: "choose", lane: "side:5" });
    const { tabs, others } = laneTabs({ lanes, sides: sides(6) }, cover, []);
    expect(keys(tabs)).toEqual(["joint", "side:5", "mediator", "sealed"]);
    expect(keys(others)).toEqual(["side:1", "side:2", "side:3", "side:4", "side:6"]);
  });
  it("in a caucus name no other side, in tabs or in the menu, and no count of the mediator's lanes", () => {
    const cover = covered(open, { type: "enterCaucus", side: 2 });
    const { tabs, others } = laneTabs({ lanes, sides: sides(6) }, cover, []);
    expect(keys(tabs)).toEqual(["joint", "side:2", "mediator", "sealed"]);
    expect(others).toEqual([]);
    expect(tabs.map((tab) => tab.count)).toEqual([0, 0, null, null]);
  });
});
