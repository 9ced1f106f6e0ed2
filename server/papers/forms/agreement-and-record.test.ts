import { describe, expect, it } from "vitest";
import { agreementOf, blocksOf, matterOf, party, said, sessionOf } from "../../testing/papers";
import type { PartyFacts } from "../facts/matter";
import { sumOfMoney } from "../words/money";
import { agreementPaper } from "./agreement";
import { recordPaper } from "./record";

const today = "2026-01-10";
const made = (parties: PartyFacts[], fen = [100005], over: object = {}) =>
  agreementPaper({ matter: matterOf(parties), facts: agreementOf(parties, fen, over), confirmationDays: 30, today });

describe("sums", () => {
  it.each([
    [100005, "人民币壹仟元零伍分（¥1,000.05）"],
    [1640902, "人民币壹万陆仟肆佰零玖元零贰分（¥16,409.02）"],
    [32504, "人民币叁佰贰拾伍元零肆分（¥325.04）"],
    [10000000, "人民币壹拾万元整（¥100,000）"],
    [1050, "人民币壹拾元伍角（¥10.50）"],
  ])("%i fen are %s", (fen, words) => {
    expect(sumOfMoney(fen)).toBe(words);
  });

  it("of nothing or less are on no paper", () => {
    expect(() => sumOfMoney(0)).toThrow(RangeError);
    expect(() => sumOfMoney(-1)).toThrow(RangeError);
  });
});

describe("an agreement", () => {
  it("says each clause's sum in words and figures from one number, and a fen changes both", () => {
    const two = [party(1), party(2)];
    expect(said(made(two, [100005, 200000]))).toContain("人民币壹仟元零伍分（¥1,000.05）");
    const changed = said(made(two, [100006]));
    expect(changed).toContain("人民币壹仟元零陆分（¥1,000.06）");
    expect(changed).not.toContain("¥1,000.05");
  });

  it("shows how and when those signed who interpreted, read it out or witnessed it, drawn ones in the file alone", () => {
    const two = [party(1), party(2)];
    const facts = agreementOf(two, [100]);
    const one = {
      ...({ partyId: null, partyName: "", language: "", personId: null, tie: "" } as const),
      agreedNames: [],
    };
    const rest = { toldAt: null, toldStartsAt: null, attendance: "expected", asking: null } as const;
    const signedAt = "2026-01-10T06:00:00Z";
    const interpreters = [
      { ...one, ...rest, id: "i1", name: "阿依古", kind: "spoken", means: "sign", signedAt },
      { ...one, ...rest, id: "i2", name: "王见证", kind: "witness", means: "fingerprint", signedAt },
      { ...one, ...rest, id: "i3", name: "冯代读", kind: "reader", means: null, signedAt },
      { ...one, ...rest, id: "i4", name: "未签", kind: "witness", means: null, signedAt: null },
    ] as const;
    const form = {
      matter: matterOf(two),
      facts: { ...facts, interpreters: [...interpreters] },
      confirmationDays: 30,
      today,
    };
    const hand = [
      [
        [0, 0],
        [9, 9],
      ],
    ] as [number, number][][];
    const rowsOf = (hands?: Map<string, typeof hand>) =>
      blocksOf(agreementPaper({ ...form, ...(hands ? { hands } : {}) }), "signatures")
        .flatMap(({ rows }) => rows)
        .filter(({ name }) => interpreters.some((other) => other.name === name))
        .map(({ name, day, note = "", strokes }) => [name, day, note, strokes !== null]);
    const day = "2026年1月10日";
    expect(rowsOf(new Map([["i1", hand]]))).toEqual([
      ["阿依古", day, "", true],
      ["王见证", day, "已在纸质文本上按指印", false],
      ["冯代读", day, "已宣读", false],
      ["未签", null, "", false],
    ]);
    expect(rowsOf()[1]).toEqual(["王见证", day, "按指印", false]);
  });

  it("says in which way and where a clause is performed, in its sentence and its table, where the parties said so", () => {
    const two = [party(1), party(2)];
    const facts = agreementOf(two, [100005, 200000]);
    const [first, second] = facts.agreement.clauses;
    if (!first || !second) throw new Error("two clauses");
    const how = { way: "现金当面交付。", place: "柳河镇调解室" };
    const clauses = [{ ...first, ...how }, second];
    const composed = made(two, [100005, 200000], { clauses });
    const words = said(composed);
    expect(words).toContain("履行方式：现金当面交付；履行地点：柳河镇调解室。");
    expect(words.match(/履行地点：/g)).toHaveLength(1);
    const [table] = blocksOf(composed, "table");
    expect(table?.rows.map((row) => row.slice(2, 4))).toEqual([
      ["现金当面交付。", "柳河镇调解室"],
      ["银行转账，保存转账凭证", null],
    ]);
  });

  it("says on which condition a clause holds and what follows where it is not kept, each once, where the parties said so", () => {
    const two = [party(1), party(2)];
    const [first, second] = agreementOf(two, [100005, 200000]).agreement.clauses;
    if (!first || !second) throw new Error("two clauses");
    const over = { condition: "房屋验收合格后", way: "转账", consequence: "逾期的，每日按万分之五支付违约金。" };
    const acts = { ...second, kind: "act" as const, amountFen: null, consequence: "未修好的，另付修理费" };
    const words = said(made(two, [100005, 200000], { clauses: [{ ...first, ...over }, acts] }));
    expect(words).toContain("履行条件：房屋验收合格后；履行方式：转账。");
    expect(words).toMatch(/为凭。违约责任：逾期的，每日按万分之五支付违约金。/);
    expect(words).toMatch(/为凭。违约责任：未修好的，另付修理费。/);
    expect([words.match(/履行条件：/g), words.match(/违约责任：/g)]).toMatchObject([{ length: 1 }, { length: 2 }]);
  });

  it.each([2, 3, 10, 14])("of %i parties has a block, a line and a copy for each, and one for the committee", (n) => {
    const parties = Array.from({ length: n }, (_, i) => party(i + 1));
    const composed = made(parties);
    expect(blocksOf(composed, "person")).toHaveLength(n);
    const rows = blocksOf(composed, "signatures").flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(parties.every(({ name }) => rows.includes(name))).toBe(true);
    expect(said(composed)).toContain(`一式${n + 1}份`);
    expect(composed.paper.copies).toMatchObject({ count: n + 1, forWhom: { length: n + 1 } });
  });

  it("for a court has one copy more and names everybody by number, but no minor", () => {
    const child = party(2, {
      ...{ isMinor: true, needsGuardian: true, idNumber: "331102201503021234", born: "2015-03-02", occupation: "" },
      links: [
        {
          id: "l",
          kind: "guardian",
          name: "李芳",
          phone: "13800009999",
          maySign: true,
          mayNegotiate: true,
          mayReceive: true,
          note: "母亲",
          endedOn: null,
        },
      ],
    });
    const facts = { ...agreementOf([party(1), child], [100]), isForCourt: true };
    const composed = agreementPaper({ matter: matterOf([party(1), child]), facts, confirmationDays: 30, today });
    expect(composed.paper.copies.count).toBe(4);
    expect(said(composed)).toContain("331102198003021001");
    expect(said(composed)).not.toContain("331102201503021234");
    expect(blocksOf(composed, "person")[1]?.pairs).toContainEqual({
      label: "监护人",
      value: "李芳，母亲，13800009999",
    });
    expect(blocksOf(composed, "signatures")[0]?.rows[1]).toMatchObject({ name: "当事人2号", note: "由李芳代为签署" });
  });

  it("keeps the signed name, and what was signed of it, when the file says otherwise now", () => {
    const signed = [party(1), party(2)];
    const renamed = [party(1, { name: "改了名", sex: "male", ethnicity: "畲族" }), party(2)];
    const facts = agreementOf(signed, [100]);
    const words = said(agreementPaper({ matter: matterOf(renamed), facts, confirmationDays: 30, today }));
    expect(words).toContain("当事人1号");
    expect(words).not.toMatch(/改了名|畲族/);
  });

  it("names what is missing and prints long facts whole", () => {
    const long = "事".repeat(3000);
    const composed = made([party(1, { ethnicity: "" }), party(2)], [100], { facts: long, number: null });
    expect(composed.lacks).toEqual([{ code: "sentToSign" }, { code: "ethnicity", of: "当事人1号" }]);
    expect(said(composed)).toContain(long);
  });
});

describe("a record", () => {
  const parties = [party(1), party(2), party(3, { name: "没来的人" })];

  it("has the invited alone as participants and the present alone as parties", () => {
    const { people } = sessionOf();
    const colleague = { personId: "other", name: "吴调解", post: "", role: "mediator", isInvited: false } as const;
    const composed = recordPaper({ matter: matterOf(parties), session: sessionOf({ people: [...people, colleague] }) });
    const participants = blocksOf(composed, "fields")[0]
      ?.rows.flat()
      .find(({ label }) => label === "参加人");
    expect(participants?.value).toBe("陈律师");
    expect(said(composed)).not.toContain("没来的人");
    expect(said(composed)).toContain("2026年1月8日9时00分至11时30分");
    expect(composed.lacks).toEqual([]);
  });

  it("claims no notice that was not given by then, and wants the other ways of a session that failed", () => {
    const matter = matterOf(parties, {
      notices: [{ partyId: "p1", linkId: null, means: "read", on: "2026-01-09", by: "沈静" }],
    });
    const { lacks } = recordPaper({ matter, session: sessionOf({ result: "failed" }) });
    expect(lacks.map(({ code, of }) => [code, of])).toEqual([
      ["routesTold", "2026年1月8日9时00分"],
      ["notice", "当事人1号"],
      ["notice", "当事人2号"],
    ]);
  });
});
