import type { DisputeType } from "@/db/vocabulary";

/** Words that tell the type of a matter, the more particular types first. */
const signs: readonly (readonly [DisputeType, RegExp])[] = [
  ["migrantWages", /(农民工|民工|包工头|工地).{0,12}(工资|工钱|薪)|(拖欠|讨要|欠薪).{0,6}(工资|工钱)/],
  ["traffic", /(追尾|剐蹭|刮蹭|蹭了.{0,4}车|撞车|车祸|交通事故|(电动车|三轮车|摩托车?|骑车|开车).{0,6}撞)/],
  ["medical", /(手术|误诊|医疗|(医院|诊所|卫生室).{0,10}(治|看|赔|打针|输液)|住院.{0,6}赔)/],
  ["property", /(物业|业委会|停车费|电梯.{0,6}(坏|停)|公共维修)/],
  ["family", /(离婚|赡养|抚养|彩礼|婆媳|夫妻|前夫|前妻|分家|遗产|继承)/],
  ["land", /(宅基地|承包地|山林|地界|田埂|林地|征地)/],
  ["lending", /(借条|欠条|借款|借.{0,12}(元|块|万|千|钱)|还钱|[没不未]还|民间借贷)/],
  ["eCommerce", /(网购|网上买|直播间|快递|网店)/],
  ["consumer", /(买.{0,10}(坏|假|退|过期)|商家|店家.{0,8}(退|换|赔)|退货|办卡|充值卡)/],
  ["environment", /(污水|粉尘|扬尘|臭味|烟囱)/],
  ["labour", /(辞退|开除|劳动合同|加班费|社保|工伤|欠薪|(欠|扣|发).{0,6}工资)/],
  ["contract", /(合同|定金|押金|退款|违约|装修款|租金|房租|房东|租客)/],
  ["damages", /(打伤|咬伤|烫伤|摔伤|医药费|(打|撞|砸|压|摔|弄|碰)坏)/],
  ["neighbour", /(邻居|楼上|楼下|隔壁|漏水|噪音|噪声|吵|油烟|围墙|排水|采光|宠物|狗|楼道|晾|空调|跳舞|广场舞|邻里)/],
];

/** The type that the words suggest, or null: a proposal, which whoever registers sees and may change. */
export const proposedType = (words: string): DisputeType | null =>
  signs.find(([, sign]) => sign.test(words))?.[0] ?? null;
