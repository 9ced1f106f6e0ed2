import { describe, expect, it } from "vitest";
import { agreementOf, matterOf, party, said, sessionOf, visitOf, wordsOf } from "../../testing/papers";
import type { AgreementFacts } from "../facts/agreement";
import type { ContestFacts } from "../facts/contests";
import type { PaymentFacts } from "../facts/payments";
import type { VisitFacts } from "../facts/visits";
import { crossFaults } from "../parts/cross-checks";
import { agreementPaper } from "./agreement";
import { applicationPaper } from "./application";
import { closingPaper } from "./closing";
import { confirmationPaper } from "./confirmation";
import { coverPaper } from "./dossier";
import { endingPaper } from "./ending";
import { intakePaper } from "./intake";
import { investigationPaper } from "./investigation";
import { noticePaper } from "./notice";
import { onSpotPaper, policeAgreementPaper } from "./police-agreement";
import { receiptPaper } from "./receipt";
import { recordPaper } from "./record";
import { representativesPaper } from "./representatives";
import { revisitPaper } from "./revisit";

const today = "2026-01-10";

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
  const matter = matterOf(parties, { ending: { ...ending, routesTold: ["court"], triedOn: [] } });
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
  const contest: ContestFacts = {
    ...{ clause: 2, kind: "denied", saidBy: "王强", spokenBy: "郑法务", amountFen: 50_005, on: "2026-02-03" },
    end: { kind: "corrected", on: "2026-02-05", reason: "收条是另一笔的" },
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
    closing: closingPaper({ matter, agreement: facts, payments, visits: [visit], contests: [contest] }),
    cover: coverPaper({ matter, agreement: facts, agreedOn: null, kept: null }),
    confirmation: confirmationPaper({ matter, facts, until: "2026-02-09", court: null, today }),
    representatives: representativesPaper({
      matter,
      election: {
        ...{
          id: "e",
          side: 2,
          on: "2026-01-07",
          paper: "推选会记录",
          mayNegotiate: true,
          maySign: false,
          mayReceive: true,
        },
        ...{ elected: ["王代表"], members: [{ id: "p2", name: "当事人2号" }] },
      },
    }),
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
    // Closed when the last payment came, which was after the ending was entered.
    expect(said(all.closing)).toContain("结案日期\n2026年2月1日");
    expect(said(all.closing)).toContain(
      "2026年2月3日王强（由郑法务代为说明）称第2条未收到¥500.05，2026年2月5日已更正记录：收条是另一笔的。",
    );
  });

  it("have a line for whoever interpreted or read aloud, between the parties and whoever mediated, on every agreement", () => {
    const one = {
      id: "i",
      partyId: "p1",
      partyName: "当事人1号",
      language: "",
      asking: null,
      signedAt: null,
      means: null,
    };
    const named = [
      { ...one, name: "古丽", kind: "spoken" },
      { ...one, name: "老王", kind: "reader" },
      { ...one, name: "何松年", kind: "witness", partyId: null, partyName: "" },
    ] as unknown as AgreementFacts["interpreters"];
    const interpreted = { ...facts, interpreters: named };
    for (const { paper } of [
      agreementPaper({ matter, facts: interpreted, confirmationDays: 30, today }),
      policeAgreementPaper({ matter, facts: interpreted, today }),
      onSpotPaper({ matter, facts: interpreted, today }),
    ]) {
      const rows = paper.blocks.flatMap((block) => (block.kind === "signatures" ? block.rows : []));
      const lines = rows.map(({ role, name }) => `${role} ${name}`);
      const first = lines.indexOf("翻译人员 古丽");
      expect(lines.slice(first + 1, first + 3)).toEqual(["代读人 老王", "见证人 何松年"]);
      expect(first).toBe(facts.parties.length);
      expect(lines.length).toBeGreaterThan(first + 3);
      expect(paper.names).toEqual(expect.arrayContaining(["古丽", "老王", "何松年"]));
    }
  });

  it("name in a session's record who helped whom, and who witnessed it for nobody in particular", () => {
    const helped = { name: "古丽", kind: "spoken" as const, language: "维吾尔语", partyName: "当事人1号" };
    const elder = { name: "何松年", kind: "witness" as const, language: "", partyName: "" };
    const { paper } = recordPaper({ matter, session: sessionOf({ interpreters: [helped, elder] }) });
    const text = wordsOf(paper).join("\n");
    expect(text).toContain("古丽（为当事人1号）");
    expect(text).toContain("何松年");
    expect(text).not.toContain("（为）");
    const rows = paper.blocks.flatMap((block) => (block.kind === "signatures" ? block.rows : []));
    expect(rows.map(({ role }) => role)).toEqual(expect.arrayContaining(["翻译人员", "见证人"]));
  });

  it("print what the applicant asked for, numbered, and leave lines where nothing was said", () => {
    const asked = (requests: string) => said(applicationPaper({ matter: matterOf(parties, { requests }) }));
    expect(asked("修好墙面\n赔 3000 元\n")).toContain("1. 修好墙面\n2. 赔 3000 元");
    expect(asked("修好墙面")).toContain("请求\n修好墙面");
    expect(asked(Array.from({ length: 7 }, (_, i) => `请求${i}`).join("\n"))).toContain("7. 请求6");
    expect(said(all.application)).toContain("＿");
  });

  it("say of a visit what was done, and whether somebody went to court", () => {
    const words = said(
      revisitPaper({ matter, visit: { ...visit, note: "墙已补好。", measures: "又约了一次", courtAction: "未起诉" } }),
    );
    expect(words).toContain("墙已补好。\n又约了一次");
    expect(words).toContain("未起诉");
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
