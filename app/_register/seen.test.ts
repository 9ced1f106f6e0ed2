import { describe, expect, it } from "vitest";
import type { SeenBefore } from "@/server/disputes/reads/seen-before";
import type { SimilarDispute } from "@/server/disputes/reads/similar";
import { emptyDraft, type PartyDraft } from "./draft";
import { asSeen, seenAs } from "./seen";

const known: SeenBefore = {
  ...{
    partyId: "p",
    name: "闻人秋月",
    kind: "person",
    employer: "江畔酒楼",
    sex: "female",
    bornYear: 1978,
    ethnicity: "汉族",
  },
  ...{ occupation: "务工", creditCode: "", legalRepresentative: "", typedPhone: null, typedName: null },
};
const matter = (
  number: string,
  registeredAt: string,
  over: Partial<SimilarDispute["people"][number]>,
): SimilarDispute => ({
  ...{
    id: number,
    number,
    title: "",
    place: "",
    status: null,
    registeredAt,
    isOver: true,
    incidents: 0,
    isStrong: false,
  },
  reasons: { phones: [], names: [], places: [] },
  people: [{ ...known, ...over }],
});
const [first] = emptyDraft().parties;
const typed = (over: Partial<PartyDraft>): PartyDraft => {
  if (!first) throw new Error("no row");
  return { ...first, ...over };
};

describe("somebody who was party to an earlier matter", () => {
  const disputes = [
    matter("LW-1", "2026-01-02", { typedName: "闻人秋月", occupation: "同名的人" }),
    matter("LW-2", "2025-01-02", { typedPhone: "139-0578-6700" }),
    matter("LW-3", "2024-01-02", { typedPhone: "139-0578-6700", occupation: "学生" }),
  ];

  it("is offered by their phone before by their name, out of the newest matter, and never as a minor", () => {
    const party = typed({ name: "闻人秋月 ", phone: "139-0578-6700" });
    expect(seenAs({ disputes }, party)?.of.number).toBe("LW-2");
    expect(seenAs({ disputes }, typed({ name: "闻人秋月" }))?.of.number).toBe("LW-1");
    expect(seenAs({ disputes }, typed({ name: "别人", phone: "13900000000" }))).toBeNull();
    expect(seenAs({ disputes }, { ...party, isMinor: true })).toBeNull();
    expect(seenAs(undefined, party)).toBeNull();
  });

  it("keeps what was typed, brings what papers name, names the source, and is offered once", () => {
    const party = typed({ name: "闻人秋月", phone: "139-0578-6700", employer: "自己说的单位" });
    const seen = seenAs({ disputes }, party);
    if (!seen) throw new Error("not offered");
    const taken = asSeen(party, seen);
    expect(taken).toMatchObject({
      ...{ name: "闻人秋月", phone: "139-0578-6700", employer: "自己说的单位", takenFrom: "LW-2" },
      particulars: { sex: "female", bornYear: 1978, ethnicity: "汉族", occupation: "务工" },
    });
    expect(seenAs({ disputes }, taken)).toBeNull();
  });
});
