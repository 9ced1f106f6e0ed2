import type { DisputeType } from "@/db/vocabulary";

/** Words that tell the type of a matter, the more particular types first. */
const signs: readonly (readonly [DisputeType, RegExp])[] = [
  ["migrantWages", /(农民工|民工|包工头|工地).{0,12}(工资|工钱|薪)|(拖欠|讨要|欠薪).{0,6}(工资|工钱)/],
  ["traffic", /(追尾|剐蹭|刮蹭|撞车|车祸|交通事故|电动车撞|骑车撞)/],
  ["medical", /(医院|手术|误诊|医疗|住院.{0,6}赔)/],
  ["property", /(物业|业委会|停车费|电梯.{0,6}(坏|停)|公共维修)/],
  ["family", /(离婚|赡养|抚养|彩礼|婆媳|夫妻|前夫|前妻|分家|遗产|继承)/],
  ["land", /(宅基地|承包地|山林|地界|田埂|林地|征地)/],
  ["lending", /(借条|欠条|借款|借了.{0,10}(元|块|万)|还钱|不还|民间借贷)/],
  ["labour", /(辞退|劳动合同|加班费|社保|工伤|欠薪)/],
  ["contract", /(合同|定金|押金|退款|违约|装修款|租金|房租)/],
  ["neighbour", /(邻居|楼上|楼下|隔壁|漏水|噪音|噪声|吵|油烟|围墙|排水|采光|宠物|狗)/],
];

/** The type that the words suggest, or null: a proposal, which whoever registers sees and may change. */
export const proposedType = (words: string): DisputeType | null =>
  signs.find(([, sign]) => sign.test(words))?.[0] ?? null;
