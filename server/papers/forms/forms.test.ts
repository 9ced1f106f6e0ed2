import { describe, expect, it } from "vitest";
import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts, PartyFacts } from "../facts/matter";
import type { PaymentFacts } from "../facts/payments";
import type { SessionFacts } from "../facts/session";
import type { VisitFacts } from "../facts/visits";
import type { Block, Composed, Paper } from "../model";
import { crossFaults } from "../parts/cross-checks";
import { sumOfMoney } from "../words/money";
import { agreementPaper } from "./agreement";
import { applicationPaper } from "./application";
import { closingPaper } from "./closing";
import { confirmationPaper } from "./confirmation";
import { coverPaper } from "./dossier";
import { endingPaper } from "./ending";
import { intakePaper } from "./intake";
import { investigationPaper } from "./investigation";
import { noticePaper } from "./notice";
import { policeAgreementPaper } from "./police-agreement";
import { receiptPaper } from "./receipt";
import { recordPaper } from "./record";
import { revisitPaper } from "./revisit";

const party = (n: number, over: Partial<PartyFacts> = {}): PartyFacts => ({
  ...{
    id: `p${n}`,
    side: Math.min(n, 2),
    standing: n === 1 ? "applicant" : "respondent",
    kind: "person",
    name: `当事人${n}号`,
  },
  ...{ isMinor: false, needsGuardian: false, isDeparted: false, sex: "female", born: "1980-03-02", ethnicity: "汉族" },
  ...{
    occupation: "务农",
    employer: "",
    phone: `1380000${1000 + n}`,
    address: `江畔花园 ${n} 号`,
    idNumber: `33110219800302${1000 + n}`,
  },
  ...{ creditCode: "", legalRepresentative: "", links: [] },
  ...over,
});
const matterOf = (parties: PartyFacts[], over: Partial<MatterFacts> = {}): MatterFacts => ({
  ...{
    number: "LW-2026-0417",
    title: "装修承重墙纠纷",
    type: "neighbour",
    source: "walkIn",
    referredBy: "",
    referralNumber: "",
  },
  ...{
    place: "江畔花园",
    startedOn: null,
    registeredOn: "2026-01-05",
    registrar: "沈静",
    facts: "楼上装修拆墙，楼下开裂。",
    notAccepted: null,
  },
  ...{ committee: "柳湾镇人民调解委员会", station: "柳湾派出所", parties, ending: null },
  proceeding: {
    ...{
      id: "r",
      ordinal: 1,
      track: "peoples",
      status: "performing",
      acceptedOn: "2026-01-05",
      endedOn: null,
      archivedOn: null,
    },
    ...{
      archivedBy: null,
      dossierNumber: null,
      retention: null,
      lead: "沈静",
      leadId: "lead",
      assistant: "周敏",
      assistantId: "helper",
    },
  },
  notices: parties.map(({ id }) => ({ partyId: id, linkId: null, means: "paper", on: "2026-01-06", by: "沈静" })),
  ...over,
});
const agreementOf = (parties: PartyFacts[], fen: number[], over: object = {}): AgreementFacts => ({
  ...{
    committeeName: "柳湾镇人民调解委员会",
    assistantName: "周敏",
    interpreters: [],
    mediator: "沈静",
    isSent: true,
    isForCourt: false,
  },
  ...{ saidYes: [], police: null },
  parties: parties.map((one) => ({ ...one, links: one.links.map((link) => ({ ...link, maySign: true })) })),
  agreement: {
    ...{ version: 1, id: "a", ordinal: 1, form: "written", status: "signing", number: "（2026）柳人调字第 087 号" },
    ...{
      facts: "因装修拆墙发生纠纷。",
      unfinished: null,
      draftedAt: "2026-01-10T01:00:00Z",
      sentToSignAt: "2026-01-10T02:00:00Z",
    },
    ...{
      effectiveAt: null,
      signatures: [],
      seal: null,
      replaces: null,
      renegotiatedReason: "",
      hash: "00",
      supplements: [],
    },
    clauses: fen.map((amountFen, i) => ({
      ...{
        id: `c${i}`,
        ordinal: i + 1,
        kind: "pay",
        text: "墙面修补费",
        amountFen,
        dueOn: "2026-02-01",
        dueAfterDays: null,
        movedFrom: null,
      },
      ...{ proof: "transfer", verifierId: null, verifierName: null, performedAt: null, liability: null, sharesFen: [] },
      ...{ obligorPartyIds: ["p2"], obligeePartyIds: ["p1"] },
    })),
    ...over,
  } as AgreementFacts["agreement"],
});
const sessionOf = (over: Partial<SessionFacts> = {}): SessionFacts => ({
  ...{
    id: "s",
    ordinal: 1,
    startsAt: "2026-01-08T01:00:00Z",
    endsAt: "2026-01-08T03:30:00Z",
    place: "调解室一",
    othersPresent: "",
  },
  ...{
    result: "agreed",
    interpreters: [],
    parties: [
      { partyId: "p1", linkId: null },
      { partyId: "p2", linkId: null },
    ],
  },
  people: [
    { personId: "lead", name: "沈静", post: "", role: "mediator", isInvited: false },
    { personId: "helper", name: "周敏", post: "", role: "mediator", isInvited: false },
    { personId: "law", name: "陈律师", post: "律师", role: "expert", isInvited: true },
  ],
  record: {
    ...{
      text: "双方当面商谈。",
      facts: "墙体已拆。",
      outcome: "",
      routesTold: [],
      writtenBy: "周敏",
      writtenAt: "2026-01-08T04:00:00Z",
    },
    statements: [{ partyId: "p1", name: "当事人1号", text: "要求修补。" }],
  },
  ...over,
});
const visitOf = (on: string): VisitFacts => ({
  ...{ id: "v", partyId: null, on, satisfaction: "fair", escalationSigns: "", note: "", visitor: "沈静" },
  ...{ agreementNumber: null, agreementOn: null, clauses: 1, kept: 0 },
});
const today = "2026-01-10";
const made = (parties: PartyFacts[], fen = [100005], over: object = {}) =>
  agreementPaper({ matter: matterOf(parties), facts: agreementOf(parties, fen, over), confirmationDays: 30, today });

/** Every text of a paper in its order, as a reader meets it; "＿" is a line to write on. */
function wordsOf(paper: Paper): string[] {
  const shown = (value: unknown) => (value === null ? "／" : typeof value === "string" ? value : "＿");
  const of = (block: Block): string[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return [block.text];
      case "fields":
        return block.rows.flat().flatMap(({ label, value }) => [label, shown(value)]);
      case "longField":
        return [block.label, shown(block.value)];
      case "table":
        return [...block.columns.map(({ title }) => title), ...block.rows.flat().map(shown)];
      case "person":
        return [block.role, ...block.pairs.flatMap(({ label, value }) => [label, shown(value)])];
      case "signatures":
        return block.rows.flatMap(({ role, name, day, note }) => [role, name ?? "＿", day ?? "＿", note ?? ""]);
      case "receipt":
        return [
          block.title,
          block.text,
          ...block.rows.flatMap(({ role, name, note }) => [role, name ?? "＿", note ?? ""]),
        ];
      case "seal":
        return [block.organisation, block.day ?? "＿"];
      case "newPage":
        return [];
    }
  };
  return [paper.title, paper.number ?? "", ...paper.blocks.flatMap(of)];
}
const blocksOf = <Kind extends Block["kind"]>({ paper }: Composed, kind: Kind) =>
  paper.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
const said = (composed: Composed) => wordsOf(composed.paper).join("\n");

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
    const composed = recordPaper({ matter: matterOf(parties), session: sessionOf() });
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

describe("all papers", () => {
  const parties = [
    party(1),
    party(2, {
      kind: "organisation",
      sex: null,
      born: "",
      ethnicity: "",
      occupation: "",
      legalRepresentative: "王经理",
    }),
  ];
  const ending = {
    outcome: "refused",
    reason: "张某不愿谈",
    refusedByPartyId: "p2",
    routesTold: ["court"],
    on: "2026-01-20",
    by: "沈静",
  } as const;
  const matter = matterOf(parties, { ending: { ...ending, routesTold: ["court"] } });
  const facts = agreementOf(parties, [100005]);
  const payment: PaymentFacts = {
    id: "f",
    kind: "performed",
    obligationKind: "pay",
    obligationText: "修补费",
    obligationOrdinal: 1,
    clauseFen: 100005,
    part: 1,
    amountFen: 100005,
    agreementId: "a",
    agreementNumber: "（2026）柳人调字第 087 号",
    payerId: "p2",
    payeeIds: ["p1"],
    receivedByLinkId: null,
    proof: "transfer",
    proofNote: "流水 1",
    on: "2026-02-01",
    recordedBy: "沈静",
  };
  const visit: VisitFacts = {
    ...visitOf("2026-03-01"),
    satisfaction: "satisfied",
    kept: 1,
  };
  const payments = [payment];
  const all = {
    agreement: agreementPaper({ matter, facts, confirmationDays: 30, today }),
    record: recordPaper({ matter, session: sessionOf() }),
    notice: noticePaper({ matter }),
    application: applicationPaper({ matter }),
    intake: intakePaper({ matter, number: null }),
    receipt: receiptPaper({ matter, payment }),
    revisit: revisitPaper({ matter, visit }),
    ending: endingPaper({ matter, number: null }),
    investigation: investigationPaper({ matter }),
    closing: closingPaper({ matter, agreement: facts, payments, visits: [visit] }),
    cover: coverPaper({ matter, agreement: facts, agreedOn: null }),
    confirmation: confirmationPaper({ matter, facts, until: "2026-02-09", today }),
    police: policeAgreementPaper({ matter, facts, today }),
  };

  it.each(Object.entries(all))("%s: no empty or unset words, and one copy for each who gets one", (_, composed) => {
    const words = wordsOf(composed.paper);
    expect(words.join("\n")).not.toMatch(/null|undefined|NaN|\[object/);
    expect(composed.paper.copies.forWhom).toHaveLength(composed.paper.copies.count);
    expect(composed.paper.blocks.some((block) => block.kind === "paragraph" && !block.text.trim())).toBe(false);
  });

  it("say the same sum, number, mediator and day of acceptance", () => {
    expect(said(all.receipt)).toContain("人民币壹仟元零伍分（¥1,000.05）");
    for (const paper of [all.receipt, all.closing, all.confirmation, all.agreement])
      expect(said(paper)).toContain("（2026）柳人调字第 087 号");
    for (const paper of [all.cover, all.closing, all.agreement]) expect(said(paper)).toContain("沈静");
    for (const paper of [all.intake, all.closing, all.cover]) expect(said(paper)).toContain("2026年1月5日");
    expect(said(all.closing)).toContain("2026年2月1日");
  });

  it("blame nobody for a refusal", () => {
    expect(said(all.ending)).not.toMatch(/张某|不愿|拒绝/);
    expect(all.ending.lacks).toEqual([]);
  });
});

describe("the days of a dossier", () => {
  const parties = [party(1), party(2)];
  const filed = (over: Partial<Parameters<typeof crossFaults>[0]>) =>
    crossFaults({ matter: matterOf(parties), agreement: null, sessions: [], payments: [], visits: [], ...over }).map(
      ({ of }) => of,
    );
  const agreement = agreementOf(parties, [100], { effectiveAt: "2026-01-10T02:00:00Z" });

  it("are in order where everything came in its turn", () => {
    expect(filed({ agreement, sessions: [sessionOf()] })).toEqual([]);
  });

  it("are told where a session came before the notice, or a visit on the day of signing", () => {
    expect(filed({ sessions: [sessionOf({ startsAt: "2026-01-05T16:30:00Z" })] })).toEqual([]);
    expect(filed({ sessions: [sessionOf({ startsAt: "2026-01-05T15:30:00Z" })] })).toEqual([
      "权利义务告知晚于首次调解",
    ]);
    const visits = [visitOf("2026-01-10")];
    expect(filed({ agreement, sessions: [sessionOf()], visits })).toEqual(["签订协议当日即回访"]);
    expect(filed({ agreement: { ...agreement, mediator: "别人" }, sessions: [sessionOf()] })).toEqual(["别人、沈静"]);
  });
});
