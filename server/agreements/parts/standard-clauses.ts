import type { DisputeType } from "@/db/vocabulary";
import type { TemplateClause } from "../choices";

/** What most clauses are: the respondent does something for the applicant, within days of signing. */
const clause = (text: string, over: Partial<TemplateClause> = {}): TemplateClause => ({
  ...({ kind: "act", condition: "", text, consequence: "", obligor: "respondent", obligee: "applicant" } as const),
  ...({ liability: null, dueAfterDays: 15, proof: "photo" } as const),
  ...over,
});
const pays = (text: string, over: Partial<TemplateClause> = {}) =>
  clause(text, {
    ...({ kind: "pay", proof: "transfer", liability: "joint" } as const),
    consequence: "逾期未付的，按逾期金额每日【比例】支付违约金",
    ...over,
  });
const stops = (text: string, over: Partial<TemplateClause> = {}) =>
  clause(text, { kind: "refrain", dueAfterDays: 90, proof: "mutualConfirmation", ...over });
/** Nobody comes back to what was settled, and nobody is pressed. */
const peace = stops("因本次纠纷再次争吵、辱骂或者采取过激行为", { obligor: "everyone", obligee: null });

const byType: Partial<Record<DisputeType, readonly TemplateClause[]>> = {
  neighbour: [
    clause("停止【妨碍事项】，并将【具体部位】恢复原状", { proof: "inspection" }),
    pays("【受损部位】的修复费用", { dueAfterDays: 10 }),
    peace,
  ],
  housing: [
    clause("修复【房屋部位】的【损坏情况】，达到【质量要求】", { proof: "inspection", dueAfterDays: 30 }),
    pays("修复期间的【损失项目】损失"),
    clause("为修复施工提供进出便利", { obligor: "applicant", obligee: "respondent", proof: "mutualConfirmation" }),
  ],
  land: [
    clause("以【界桩或者参照物】为界确认双方用地界线，并共同设立界标", {
      ...{ obligor: "everyone", obligee: null, proof: "inspection", dueAfterDays: 7 },
    }),
    clause("清除越界的【附着物】，将土地退还对方使用", { proof: "inspection" }),
    pays("【青苗或者附着物】补偿款"),
    peace,
  ],
  contract: [
    clause("按【合同名称】的约定交付【标的物及数量】，质量符合【标准】", { proof: "inspection" }),
    pays("【货款或者服务费】", {
      ...{ obligor: "applicant", obligee: "respondent", proof: "invoice", condition: "验收合格后" },
    }),
  ],
  lending: [
    pays("借款本金", {
      ...{ dueAfterDays: null, consequence: "任何一期逾期超过【天数】日的，全部未还款项视为到期" },
      instalments: { count: 6, months: 1 },
    }),
    pays("截至【日期】的利息", { dueAfterDays: null, consequence: "" }),
    clause("收到全部款项后，将借条原件退还借款人", {
      ...{ obligor: "applicant", obligee: "respondent", dueAfterDays: null, proof: "mutualConfirmation" },
    }),
  ],
  property: [
    clause("对【设施或者区域】进行【维修或者整治】，达到【标准】", { dueAfterDays: 30, proof: "inspection" }),
    pays("【时段】的物业服务费", {
      ...{
        obligor: "applicant",
        obligee: "respondent",
        proof: "receipt",
        condition: "前条事项完成后",
        dueAfterDays: null,
      },
    }),
  ],
  damages: [
    pays("医疗费【金额】元、误工费【金额】元、护理费【金额】元、其他费用【金额】元，合计"),
    clause("向对方当面赔礼道歉", { dueAfterDays: 7, proof: "mutualConfirmation" }),
    clause("收款后将【票据名称】交付款人，用于核对费用", {
      ...{ obligor: "applicant", obligee: "respondent", dueAfterDays: 15, proof: "mutualConfirmation" },
    }),
    peace,
  ],
  labour: [
    pays("【时段】的工资及【补偿项目】", { dueAfterDays: 10, consequence: "逾期未付的，按【标准】加付" }),
    clause("办理【离职证明或者社会保险转移】手续", { proof: "mutualConfirmation" }),
    clause("交接【工作内容及物品】", { obligor: "applicant", obligee: "respondent", proof: "mutualConfirmation" }),
  ],
  family: [
    pays("【赡养或者扶养对象】的【费用项目】", {
      ...{ dueAfterDays: null, consequence: "", instalments: { count: 12, months: 1 } },
    }),
    clause("【照料事项】，每【周期】不少于【次数】次", { dueAfterDays: 30, proof: "mutualConfirmation" }),
    peace,
  ],
};

/** What any dispute can begin with. */
const other: readonly TemplateClause[] = [pays("【款项名称】"), clause("【履行事项】"), peace];

/** The clauses that come with the product; a committee's own take their place. */
export const standardClauses = (type: DisputeType): readonly TemplateClause[] =>
  byType[type] ?? byType[like[type] ?? "other"] ?? other;

/** Types whose clauses are those of another. */
const like: Partial<Record<DisputeType, DisputeType>> = {
  migrantWages: "labour",
  medical: "damages",
  traffic: "damages",
  business: "contract",
  consumer: "contract",
  eCommerce: "contract",
  tourism: "contract",
};
