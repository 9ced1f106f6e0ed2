import {
  type DisputeType,
  type FairnessAnswer,
  type FairnessQuestion,
  fairnessQuestions,
  type NonAcceptanceReason,
  type NoticeMeans,
  type OtherRoute,
  type Outcome,
  type PartyLinkKind,
  type PartyStanding,
  type ProofKind,
  type RetentionClass,
  type Satisfaction,
  type SessionResult,
  type Sex,
  type SignatureMeans,
  type Source,
} from "@/db/vocabulary";

/*
 * Words of the lists as official papers say them, which is not always how the screens do: papers are Chinese and formal
 * whatever language their reader has chosen.
 */

export const sexWords: Record<Sex, string> = { male: "男", female: "女" };
export const standingWords: Record<PartyStanding, string> = {
  applicant: "申请人",
  respondent: "被申请人",
  thirdParty: "第三人",
};
export const linkWords: Record<PartyLinkKind, string> = {
  representative: "代表人",
  agent: "委托代理人",
  guardian: "监护人",
  helper: "帮助人",
};
export const typeWords: Record<DisputeType, string> = {
  neighbour: "邻里纠纷",
  family: "婚姻家庭纠纷",
  housing: "房屋宅基地纠纷",
  contract: "合同纠纷",
  lending: "民间借贷纠纷",
  business: "生产经营纠纷",
  damages: "损害赔偿纠纷",
  land: "山林土地纠纷",
  demolition: "征地拆迁纠纷",
  environment: "环境污染纠纷",
  migrantWages: "拖欠农民工工资纠纷",
  labour: "劳动争议",
  tourism: "旅游纠纷",
  eCommerce: "电子商务纠纷",
  consumer: "消费纠纷",
  medical: "医疗纠纷",
  traffic: "道路交通事故纠纷",
  property: "物业纠纷",
  other: "其他纠纷",
};
/** Forms know an application and the committee's own initiative; who sent the matter is said beside it. */
export const ownInitiative: readonly Source[] = ["ownInitiative", "sweep", "grid", "communityGroup"];
export const sourceWords: Record<Source, string> = {
  walkIn: "当事人来访申请",
  phone: "当事人来电申请",
  policeCall: "公安机关接警后引导",
  grid: "网格员上报",
  courtReferral: "人民法院委派（立案前）",
  ownInitiative: "调解委员会主动调解",
  otherDepartment: "有关部门移交",
  courtEntrusted: "人民法院委托（立案后）",
  sweep: "排查发现",
  procuratorate: "人民检察院移交",
  petitionOffice: "信访部门移交",
  hotline12345: "12345 热线转办",
  online: "当事人网上申请",
  communityGroup: "社区群众反映",
  enterpriseOfficer: "企业联络民警反映",
};
export const noticeWords: Record<NoticeMeans, string> = {
  read: "当面宣读",
  paper: "书面送达",
  phone: "电话告知",
};
export const meansWords: Record<SignatureMeans, string> = { sign: "签名", seal: "盖章", fingerprint: "按指印" };
export const proofWords: Record<ProofKind, string> = {
  receipt: "收款人出具的收条",
  transfer: "转账凭证",
  photo: "现场照片",
  inspection: "现场验收记录",
  mutualConfirmation: "各方共同确认",
  invoice: "发票",
};
/** How a clause is performed, where its proof tells it. */
export const wayWords: Record<ProofKind, string> = {
  receipt: "当面交付，由收款人出具收条",
  transfer: "银行转账，保存转账凭证",
  photo: "实际履行，拍照留存",
  inspection: "实际履行，现场验收",
  mutualConfirmation: "实际履行，各方共同确认",
  invoice: "凭发票支付",
};
export const resultWords: Record<SessionResult, string> = {
  agreed: "经调解，各方自愿达成协议。",
  partlyAgreed: "经调解，各方就部分事项达成协议，其余事项未达成一致。",
  adjourned: "本次未达成协议，各方同意择日继续调解。",
  failed: "经调解，各方未达成协议。",
};
export const routeWords: Record<OtherRoute, string> = {
  arbitration: "申请仲裁",
  administration: "请求有关行政机关处理",
  court: "向人民法院提起诉讼",
  police: "向公安机关报案",
  petition: "通过信访渠道反映",
  peoplesMediation: "申请人民调解",
};
export const nonAcceptanceWords: Record<NonAcceptanceReason, string> = {
  judgedByCourt: "该纠纷人民法院已经受理或者作出裁判",
  acceptedElsewhere: "该纠纷已由其他单位受理或者解决",
  reservedByLaw: "依照法律规定，该纠纷只能由专门机关管辖处理",
  familyViolence: "该纠纷涉及家庭暴力，应当由有关机关依法处置",
  partyUnwilling: "一方当事人明确表示不同意调解",
  outsideArea: "该纠纷不属于本调解委员会的受理范围",
};
export const outcomeWords: Record<Outcome, string> = {
  agreedWritten: "达成书面调解协议",
  agreedOral: "达成口头调解协议",
  partial: "达成部分协议",
  settledWithdrawn: "当事人自行和解，撤回申请",
  unreachable: "无法与当事人取得联系",
  refused: "当事人明确表示不愿继续调解",
  deadlock: "各方意见分歧较大，未能达成协议",
  expired: "调解期限届满，未能达成协议",
  unsigned: "达成一致后未在协议书上签名、盖章或者按指印",
  transferred: "移送其他单位处理",
  assisted: "经协调已获得帮扶",
  calmed: "经现场劝解，当事人已和好",
  publicSecurityPerformed: "治安调解协议已履行",
  publicSecurityToPenalty: "治安调解不成，依法处理",
  breached: "协议未履行",
  partlyPerformed: "协议部分履行",
  publicSecuritySettled: "当事人自行和解或者经人民调解达成协议并已履行，经公安机关认可",
  notViolation: "不构成违反治安管理行为",
  obligorDead: "义务人死亡或者终止",
  obligorGone: "义务人下落不明",
  merged: "并入同一纠纷的另一登记",
};
export const satisfactionWords: Record<Satisfaction, string> = {
  satisfied: "满意",
  fair: "基本满意",
  dissatisfied: "不满意",
};
export const retentionWords: Record<RetentionClass, string> = { permanent: "永久", long: "长期", short: "短期" };
const fairnessWords: Record<FairnessQuestion, string> = {
  heard: "想说的话都说了",
  respected: "受到尊重",
  neutral: "调解员不偏不倚",
  understood: "结果听明白了",
};
const fairnessAnswerWords: Record<FairnessAnswer, string> = { yes: "是", partly: "部分是", no: "否", unsaid: "未答" };
/** What whoever was visited said of the mediation. */
export const fairnessInWords = (answers: readonly FairnessAnswer[]): string =>
  fairnessQuestions.map((one, i) => `${fairnessWords[one]}：${fairnessAnswerWords[answers[i] ?? "unsaid"]}`).join("；");
