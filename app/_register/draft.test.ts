import { describe, expect, it } from "vitest";
import { registerDisputeInput } from "@/server/disputes/inputs";
import { changed, type Draft, emptyDraft, inputOf, missingIn, newLink, noParticulars, type PartyDraft } from "./draft";

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

describe("an intake that was opened from something said before", () => {
  const call = {
    ...{ id: "018f0000-0000-7000-8000-000000000001", number: "110-1", calledAt: "2026-01-05T01:00:00Z" },
    ...{ place: "锦绣里6栋602", summary: "楼上漏水，天花板掉了" },
    caller: { name: "刘玉芬", isWholeName: true, phone: "138****2719" },
  };

  it("carries caller, place, words and the type they suggest; the phone comes from the call itself", () => {
    const draft = emptyDraft({ calls: [call] });
    expect(draft).toMatchObject({ place: call.place, facts: call.summary, type: "neighbour", callIds: [call.id] });
    expect(draft.parties[0]).toMatchObject({ name: "刘玉芬", phone: "", callerOf: call.id });
    const shy = emptyDraft({ calls: [{ ...call, caller: { ...call.caller, name: "刘某", isWholeName: false } }] });
    expect(shy.parties[0]).toMatchObject({ name: "" });
    expect(shy.parties[0]).not.toHaveProperty("callerOf");
    const clue = { id: "018f0000-0000-7000-8000-000000000002", place: "三组", text: "两家争宅基地", pointId: "p" };
    expect(emptyDraft({ clue })).toMatchObject({ place: "三组", facts: clue.text, pointId: "p", type: "land" });
  });

  it("takes the first party's address for the place, and proposes the type, until either is said", () => {
    const start = emptyDraft();
    const [first, second] = start.parties as [PartyDraft, PartyDraft];
    const lives = changed(start, { ...start, parties: [{ ...first, address: "三组5号" }, second] });
    expect(lives.place).toBe("三组5号");
    const elsewhere = changed(lives, { ...lives, place: "村口" });
    expect(changed(elsewhere, { ...elsewhere, parties: [{ ...first, address: "四组" }, second] }).place).toBe("村口");
    const owed = changed(start, { ...start, facts: "借了两万元一直不还" });
    expect(owed.type).toBe("lending");
    expect(changed(owed, { ...owed, facts: "物业停了电梯" }).type).toBe("property");
    const chosen = changed(owed, { ...owed, type: "contract", isTypeProposed: false });
    expect(changed(chosen, { ...chosen, facts: "物业停了电梯" }).type).toBe("contract");
  });
});

it("an agent named at registration is sent with the day of their letter", () => {
  const agent = { ...newLink("agent"), name: "卫代理", authorisedOn: "2026-11-20" };
  expect(sent({ links: [agent] })?.links).toMatchObject([
    { kind: "agent", name: "卫代理", authorisedOn: "2026-11-20" },
  ]);
});

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
