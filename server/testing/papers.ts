import type { AgreementFacts } from "../papers/facts/agreement";
import type { MatterFacts, PartyFacts } from "../papers/facts/matter";
import type { SessionFacts } from "../papers/facts/session";
import type { VisitFacts } from "../papers/facts/visits";
import type { Block, Composed, Paper } from "../papers/model";

/* Facts of a matter as forms are given them, and what stands on the paper that a form makes of them. */

export const party = (n: number, over: Partial<PartyFacts> = {}): PartyFacts => ({
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
export const matterOf = (parties: PartyFacts[], over: Partial<MatterFacts> = {}): MatterFacts => ({
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
    requests: "",
    notAccepted: null,
  },
  ...{ committee: "柳湾镇人民调解委员会", station: "柳湾派出所", parties, ending: null },
  numberedFor: { committeeId: "c", stationId: "s", track: "peoples" },
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
export const agreementOf = (parties: PartyFacts[], fen: number[], over: object = {}): AgreementFacts => ({
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
      unboundPartyIds: [],
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
      ...{
        proof: "transfer",
        way: "",
        place: "",
        condition: "",
        consequence: "",
        verifierId: null,
        verifierName: null,
        performedAt: null,
        liability: null,
        sharesFen: [],
      },
      ...{ obligorPartyIds: ["p2"], obligeePartyIds: ["p1"] },
    })),
    ...over,
  } as AgreementFacts["agreement"],
});
export const sessionOf = (over: Partial<SessionFacts> = {}): SessionFacts => ({
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
export const visitOf = (on: string): VisitFacts => ({
  ...{
    id: "v",
    partyId: null,
    on,
    satisfaction: "fair",
    fairness: null,
    escalationSigns: "",
    courtAction: "",
    measures: "",
    note: "",
    visitor: "沈静",
  },
  ...{ agreementNumber: null, agreementOn: null, clauses: 1, kept: 0 },
});

/** Every text of a paper in its order, as a reader meets it; "＿" is a line to write on. */
export function wordsOf(paper: Paper): string[] {
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
      case "qrCode":
        return block.lines;
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
export const blocksOf = <Kind extends Block["kind"]>({ paper }: Composed, kind: Kind) =>
  paper.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
export const said = (composed: Composed) => wordsOf(composed.paper).join("\n");
