import { describe, expect, it } from "vitest";
import { registerDisputeInput } from "@/server/disputes/inputs";
import { type Draft, emptyDraft, inputOf, missingIn, noParticulars, type PartyDraft } from "./draft";

const draftWith = (over: Partial<PartyDraft>): Draft => {
  const draft = emptyDraft();
  const [first, second] = draft.parties as [PartyDraft, PartyDraft];
  const no = "no" as const;
  return {
    ...draft,
    ...{ type: "neighbour", place: "柳湾镇三组", facts: "院墙", source: "walkIn" },
    asked: {
      injury: no,
      threat: no,
      familyViolence: no,
      livelihood: no,
      judgedByCourt: no,
      inCourt: no,
      acceptedElsewhere: no,
    },
    parties: [
      { ...first, name: "刘玉芬", ...over },
      { ...second, name: "张建国" },
    ],
  };
};
const sent = (over: Partial<PartyDraft>) =>
  registerDisputeInput.parse(inputOf(draftWith(over), "刘玉芬 / 张建国", "")).parties[0];

describe("particulars of a party at registration", () => {
  it("are never required, and are sent as they were filled in", () => {
    expect(missingIn(draftWith({}))).toEqual([]);
    expect(sent({})).not.toHaveProperty("sex");
    const particulars = { ...noParticulars, sex: "female" as const, bornYear: 1956, occupation: "退休教师" };
    expect(sent({ particulars })).toMatchObject({ sex: "female", bornYear: 1956, occupation: "退休教师" });
  });

  it("are those of the kind that was chosen last", () => {
    const particulars = {
      ...noParticulars,
      sex: "male" as const,
      creditCode: "91330106MA2CFX1234",
      legalRepresentative: "周强",
    };
    const firm = sent({ kind: "organisation", particulars });
    expect(firm).toMatchObject({ creditCode: "91330106MA2CFX1234", legalRepresentative: "周强" });
    expect(firm).not.toHaveProperty("sex");
    expect(sent({ particulars })).not.toHaveProperty("creditCode");
  });

  it("are asked for again where a year or a code cannot be right, before anything is sent", () => {
    const lacks = (kind: PartyDraft["kind"], wrong: object) =>
      missingIn(draftWith({ kind, particulars: { ...noParticulars, ...wrong } }));
    for (const bornYear of [19, 2999]) expect(lacks("person", { bornYear })).toEqual(["numbers"]);
    expect(lacks("organisation", { creditCode: "123" })).toEqual(["numbers"]);
    // What the kind does not show does not hold anybody up.
    expect(lacks("person", { creditCode: "123" })).toEqual([]);
    expect(lacks("organisation", { bornYear: 19 })).toEqual([]);
  });
});
