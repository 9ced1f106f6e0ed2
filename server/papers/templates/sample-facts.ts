import type { AgreementFacts } from "../facts/agreement";
import type { LinkFacts, MatterFacts, PartyFacts } from "../facts/matter";
import type { PaymentFacts } from "../facts/payments";

/*
 * A matter that nobody brought, with one party of each kind, so that its papers have every field they can have. It fills
 * previews and tells which fields there are; no number in it belongs to anybody.
 */

const link = (over: Partial<LinkFacts> & Pick<LinkFacts, "id" | "kind" | "name">): LinkFacts => ({
  ...{ phone: "13800000000", maySign: true, mayNegotiate: true, mayReceive: true, note: "", endedOn: null },
  ...over,
});

const person = (over: Partial<PartyFacts> & Pick<PartyFacts, "id" | "side" | "name">): PartyFacts => ({
  ...({ standing: "respondent", kind: "person", sex: "male", born: "1980-05-01" } as const),
  ...{ isMinor: false, needsGuardian: false, isDeparted: false, ethnicity: "汉族", occupation: "务农", employer: "" },
  ...{ phone: "13800000000", address: "某某镇某某路1号", idNumber: "110101198005010000", creditCode: "" },
  ...{ legalRepresentative: "", links: [] },
  ...over,
});

export const sampleParties: PartyFacts[] = [
  person({
    ...{ id: "p1", side: 1, name: "张三", standing: "applicant", sex: "female" },
    links: [link({ id: "l1", kind: "agent", name: "李律师", note: "执业律师" })],
  }),
  person({
    ...{ id: "p2", side: 2, name: "某某商贸有限公司", kind: "organisation", sex: null, born: "", ethnicity: "" },
    ...{ occupation: "", creditCode: "91110000000000000A", legalRepresentative: "王五" },
    links: [link({ id: "l2", kind: "representative", name: "赵六" })],
  }),
  person({
    ...{ id: "p3", side: 2, name: "孙小", isMinor: true, needsGuardian: true, born: "2015-05-01", occupation: "" },
    links: [link({ id: "l3", kind: "guardian", name: "孙七", note: "父亲" })],
  }),
];

const committee = "某某镇人民调解委员会";

export const sampleMatter: MatterFacts = {
  ...({ number: "示例-2026-0001", title: "张三与某某商贸有限公司房屋漏水纠纷", type: "neighbour" } as const),
  ...({ source: "walkIn", referredBy: "", referralNumber: "", place: "某某镇某某路1号" } as const),
  ...{ startedOn: "2026-01-03", registeredOn: "2026-01-05", registrar: "周调解" },
  ...{ facts: "楼上装修致楼下漏水。", requests: "赔偿维修费用。" },
  notAccepted: { on: "2026-01-06", reason: "outsideArea", by: "周调解" },
  ...{ committee, station: "某某派出所", parties: sampleParties },
  numberedFor: { committeeId: "", stationId: "", track: "peoples" },
  proceeding: {
    ...({ id: "r", ordinal: 1, track: "peoples", status: "performing", acceptedOn: "2026-01-05" } as const),
    ...{ endedOn: null, archivedOn: null, archivedBy: null, dossierNumber: null, retention: null },
    ...{ lead: "周调解", leadId: "lead", assistant: "吴记录", assistantId: "helper" },
  },
  notices: [],
  ending: {
    ...({ outcome: "deadlock", reason: "各方意见分歧较大", refusedByPartyId: null } as const),
    ...{ routesTold: ["court", "arbitration"], triedOn: [], on: "2026-01-20", by: "周调解" },
  },
};

const clause = (n: number, over: Partial<AgreementFacts["agreement"]["clauses"][number]>) => ({
  ...({ id: `c${n}`, ordinal: n, kind: "pay", text: "房屋维修费用", amountFen: 5_400_00 } as const),
  ...({ dueOn: "2026-02-01", dueAfterDays: null, movedFrom: null, proof: "transfer", way: "", place: "" } as const),
  ...{ condition: "", consequence: "" },
  ...{ verifierId: null, verifierName: null, performedAt: null, liability: null, sharesFen: [] },
  ...{ obligorPartyIds: ["p2"], obligeePartyIds: ["p1"] },
  ...over,
});

export const sampleAgreement = (form: "written" | "oral"): AgreementFacts => ({
  ...{ committeeName: committee, assistantName: "吴记录", mediator: "周调解", interpreters: [], police: null },
  ...{ isSent: true, isForCourt: true, saidYes: [{ partyId: "p1", byLinkName: null, at: "2026-01-10T02:00:00Z" }] },
  parties: sampleParties.map((one) => ({
    ...one,
    links: one.links.map(({ id, kind, name }) => ({ id, kind, name, maySign: true })),
  })),
  agreement: {
    ...({ version: 1, id: "a", ordinal: 1, form, status: "effective", number: "（2026）某人调字第 001 号" } as const),
    ...{ facts: "因楼上装修致楼下漏水发生纠纷。\n各方对维修费用有争议。", unfinished: null },
    ...{ draftedAt: "2026-01-10T01:00:00Z", sentToSignAt: "2026-01-10T02:00:00Z" },
    ...{ effectiveAt: "2026-01-10T03:00:00Z", signatures: [], seal: null, replaces: null, renegotiatedReason: "" },
    ...{ hash: "", supplements: [], unboundPartyIds: [] },
    clauses: [
      clause(1, {}),
      clause(2, { kind: "act", text: "修复漏水部位，恢复原状", amountFen: null, proof: "inspection" }),
    ],
  },
});

export const samplePayment: PaymentFacts = {
  ...({ id: "f", kind: "performed", obligationKind: "pay", obligationText: "房屋维修费用" } as const),
  ...{ obligationOrdinal: 1, clauseFen: 5_400_00, part: 1, amountFen: 5_400_00, agreementId: "a" },
  ...{ agreementNumber: "（2026）某人调字第 001 号", payerId: "p2", payeeIds: ["p1"], receivedByLinkId: null },
  ...{ proof: "transfer", proofNote: "转账凭证一份", on: "2026-01-31", recordedBy: "周调解" },
};
