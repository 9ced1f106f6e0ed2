import { describe, expect, it } from "vitest";
import type { ShownCard } from "../outbox/outbox";
import { nearestGap, yuanIn } from "./gap";

const card = (over: Partial<ShownCard> & { text: string }): ShownCard => ({
  id: over.text,
  lane: "joint",
  side: null,
  kind: "claim",
  partyId: null,
  personId: null,
  speaker: null,
  state: "live",
  answersId: null,
  version: 1,
  writtenAt: "",
  changedAt: "",
  authorName: "",
  isWaiting: false,
  ...over,
});
// The speaker's id is the number of the side.
const sideOf = ({ partyId }: ShownCard) => (partyId ? Number(partyId) : null);

describe("the amount a card names", () => {
  it("is money, not any figure", () => {
    expect(yuanIn("卧室墙面裂缝修补 ¥6,800")).toBe(6800);
    expect(yuanIn("退 3000元 就算了")).toBe(3000);
    expect(yuanIn("赔 1.5万")).toBe(15_000);
    expect(yuanIn("给 800 块")).toBe(800);
    expect(yuanIn("拆除段 1.2 米，2009 年的图")).toBeNull();
    expect(yuanIn("12月20日前完工")).toBeNull();
  });
  it("is none when there are several", () => {
    expect(yuanIn("先付 ¥2,000，再付 ¥3,000")).toBeNull();
  });
});

describe("the nearest gap", () => {
  it("lies between the newest amounts of two sides", () => {
    const gap = nearestGap(
      [
        card({ text: "要 ¥9,000", partyId: "1" }),
        card({ text: "要 ¥6,800", partyId: "1" }),
        card({ text: "愿出 ¥4,000", partyId: "2", kind: "proposal" }),
        card({ text: "尾款 ¥20,000", partyId: "3" }),
      ],
      sideOf,
    );
    expect(gap).toMatchObject({ apart: 2800, low: { side: 2, yuan: 4000 }, high: { side: 1, yuan: 6800 } });
  });
  it("knows nothing of private lanes and withdrawn words", () => {
    const cards = [
      card({ text: "要 ¥6,800", partyId: "1" }),
      card({ text: "最低 ¥5,000", partyId: "2", lane: "side", side: 2 }),
      card({ text: "愿出 ¥100", partyId: "2", state: "withdrawn" }),
    ];
    expect(nearestGap(cards, sideOf)).toBeNull();
  });
  it("never sets two demands against each other", () => {
    expect(
      nearestGap([card({ text: "赔 ¥3,200", partyId: "1" }), card({ text: "尾款 ¥4,000", partyId: "2" })], sideOf),
    ).toBeNull();
  });
  it("is none when both name the same", () => {
    const both = [card({ text: "¥300 可以", partyId: "1" }), card({ text: "我也 ¥300", partyId: "2" })];
    expect(nearestGap(both, sideOf)).toBeNull();
  });
});
