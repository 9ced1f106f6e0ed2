import type { ElectionFacts } from "../facts/elections";
import type { FileFacts } from "../facts/files";
import type { MatterFacts } from "../facts/matter";
import type { SessionFacts } from "../facts/session";
import type { VisitFacts } from "../facts/visits";
import type { ContentsLine } from "../forms/dossier";
import { sampleMatter } from "./sample-facts";

/* What happened in the invented matter after it was taken up: who met, who was visited, what was filed. */

export const sampleSession: SessionFacts = {
  ...{ id: "s", ordinal: 1, startsAt: "2026-01-08T01:00:00Z", endsAt: "2026-01-08T03:30:00Z" },
  ...({ place: "某某镇调解室", othersPresent: "社区工作人员一名", result: "partlyAgreed" } as const),
  people: [
    { personId: "lead", name: "周调解", post: "", role: "mediator", isInvited: false },
    { personId: "helper", name: "吴记录", post: "", role: "mediator", isInvited: false },
    { personId: "law", name: "郑律师", post: "律师", role: "expert", isInvited: true },
  ],
  parties: [
    { partyId: "p1", linkId: "l1" },
    { partyId: "p2", linkId: "l2" },
    { partyId: "p3", linkId: "l3" },
  ],
  interpreters: [{ name: "冯代读", kind: "reader", language: "", partyName: "张三" }],
  record: {
    ...{ text: "各方当面商谈，就维修费用和时间交换意见。", facts: "漏水部位已经现场查看。" },
    ...({ outcome: "维修费用由被申请人承担。", routesTold: ["court"], writtenBy: "吴记录" } as const),
    writtenAt: "2026-01-08T04:00:00Z",
    statements: [
      { partyId: "p1", name: "张三", text: "要求赔偿维修费用。" },
      { partyId: "p2", name: "某某商贸有限公司", text: "同意维修，请求分期支付。" },
    ],
  },
};

export const sampleVisit: VisitFacts = {
  ...({ id: "v", partyId: null, on: "2026-02-20", satisfaction: "satisfied", escalationSigns: "" } as const),
  fairness: ["yes", "yes", "partly", "yes"],
  ...{ courtAction: "未起诉。", measures: "", note: "各方相处正常。", visitor: "周调解" },
  ...{ agreementNumber: "（2026）某人调字第 001 号", agreementOn: "2026-01-10", clauses: 2, kept: 2 },
};

export const sampleElection: ElectionFacts = {
  ...{ id: "e", side: 2, on: "2026-01-07", paper: "推选会记录", mayNegotiate: true, maySign: true, mayReceive: true },
  elected: ["孙七"],
  members: [
    { id: "p2", name: "某某商贸有限公司" },
    { id: "p3", name: "孙小" },
  ],
};

const file = (id: string, over: Pick<FileFacts, "kind" | "name" | "mime">): FileFacts => ({
  ...{ id, bytes: 204_800, sha256: "0".repeat(64), addedOn: "2026-01-06", addedBy: "周调解" },
  ...{ provider: "吴一", isOriginal: true, paperKind: null, isSigned: false },
  ...over,
});
export const sampleFiles: FileFacts[] = [
  file("f1", { kind: "photo", name: "漏水部位照片.jpg", mime: "image/jpeg" }),
  file("f2", { kind: "document", name: "维修报价单.pdf", mime: "application/pdf" }),
];

/** The matter once it was filed. */
export const sampleFiled: MatterFacts = {
  ...sampleMatter,
  proceeding: sampleMatter.proceeding && {
    ...sampleMatter.proceeding,
    ...({ endedOn: "2026-01-20", archivedOn: "2026-02-25", archivedBy: "吴记录", retention: "long" } as const),
    dossierNumber: "（2026）某人调字第 001 号",
  },
};

export const sampleContents: ContentsLine[] = [
  { title: "人民调解受理登记表", from: 1, to: 1, note: "" },
  { title: "人民调解协议书", from: 2, to: 4, note: "（2026）某人调字第 001 号" },
];
