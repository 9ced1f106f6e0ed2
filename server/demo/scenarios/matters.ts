import type { DisputeType } from "@/db/vocabulary";
import type { RepeatableRandom } from "./repeatable-random";

/** Where people live: in an estate of several floors, in a village, along a street with shops. */
export type Neighbourhood = "estate" | "village" | "street";

/** One kind of invented quarrel. `promise` becomes the obligation of side B towards side A. */
export interface Matter {
  type: DisputeType;
  title: string;
  /** Where it may happen; absent in a scenario that names its own place. */
  where?: readonly Neighbourhood[];
  facts: string;
  summary: string;
  promise: { kind: "pay" | "act"; text: string; yuan?: number };
  forces: readonly string[];
}

/** `{place}` is put in front of the title when a dispute is made from it. */
export const matters: readonly Matter[] = [
  {
    type: "neighbour",
    title: "楼上漏水纠纷",
    where: ["estate"],
    facts: "楼上卫生间漏水，楼下吊顶受潮起泡，双方对修缮和赔偿说法不一。",
    summary: "楼上漏水到楼下，怎么修、赔多少说法不同。",
    promise: { kind: "pay", text: "赔偿吊顶修补费", yuan: 1800 },
    forces: ["propertyManager", "villageCadre"],
  },
  {
    type: "neighbour",
    title: "楼道堆物纠纷",
    where: ["estate"],
    facts: "一户长期在楼道堆放杂物，邻居多次劝说无果，发生口角。",
    summary: "楼道堆物影响通行，清不清、怎么清说法不同。",
    promise: { kind: "act", text: "清走楼道杂物，不再堆放" },
    forces: ["propertyManager", "securityActivist"],
  },
  {
    type: "neighbour",
    title: "夜间噪音纠纷",
    where: ["estate", "street"],
    facts: "深夜直播和拖动家具声响大，楼下老人睡不好，几次上门争吵。",
    summary: "夜间声响影响休息，双方对时间和赔情有分歧。",
    promise: { kind: "act", text: "晚十点后不直播，铺设地垫" },
    forces: ["villageCadre", "securityActivist"],
  },
  {
    type: "neighbour",
    title: "院墙滴水纠纷",
    where: ["village"],
    facts: "新盖厢房的屋檐滴水落到邻家院墙，墙根返潮开裂。",
    summary: "屋檐滴水到邻家墙根，怎么改、谁出钱说法不同。",
    promise: { kind: "act", text: "加装檐沟并修补墙根" },
    forces: ["villageCadre", "townCadre"],
  },
  {
    type: "neighbour",
    title: "宠物伤人纠纷",
    where: ["estate"],
    facts: "未牵绳的狗在小区抓伤他人，主人垫付了部分药费。",
    summary: "狗抓伤人，医药费和误工费怎么算说法不同。",
    promise: { kind: "pay", text: "赔偿医药费和误工费", yuan: 1000 },
    forces: ["propertyManager"],
  },
  {
    type: "property",
    title: "物业费与电梯停运纠纷",
    where: ["estate"],
    facts: "电梯频繁停运，部分业主拒交物业费，物业催缴引发争执。",
    summary: "电梯维修和物业费抵扣问题，双方有分歧。",
    promise: { kind: "act", text: "更换电梯控制柜并公示检修记录" },
    forces: ["propertyManager", "lawyer"],
  },
  {
    type: "property",
    title: "车位占用纠纷",
    where: ["estate"],
    facts: "固定车位多次被外来车占用，业主与门岗发生推搡。",
    summary: "固定车位被占，管理责任和补偿有分歧。",
    promise: { kind: "pay", text: "退还一季度车位费", yuan: 900 },
    forces: ["propertyManager"],
  },
  {
    type: "lending",
    title: "民间借贷纠纷",
    where: ["estate", "village", "street"],
    facts: "亲戚间借款有借条未写利息，到期只还了一部分。",
    summary: "借款还多少、分几期还，双方说法不同。",
    promise: { kind: "pay", text: "分期归还借款", yuan: 12000 },
    forces: ["lawyer", "villageCadre"],
  },
  {
    type: "lending",
    title: "合伙垫资纠纷",
    where: ["street"],
    facts: "合伙摆摊，一方垫付进货款，散伙时账目不清。",
    summary: "散伙时的垫资怎么结，双方账目不同。",
    promise: { kind: "pay", text: "支付垫资余款", yuan: 5600 },
    forces: ["lawyer"],
  },
  {
    type: "contract",
    title: "装修合同纠纷",
    where: ["estate"],
    facts: "装修工期拖延，瓷砖空鼓，业主拒付尾款。",
    summary: "装修质量和尾款怎么算，双方说法不同。",
    promise: { kind: "act", text: "返工空鼓瓷砖并验收" },
    forces: ["lawyer", "other"],
  },
  {
    type: "contract",
    title: "商铺退租押金纠纷",
    where: ["street"],
    facts: "租期未满提前退租，押金和添附物折价争执不下。",
    summary: "提前退租的押金退多少，双方说法不同。",
    promise: { kind: "pay", text: "退还押金", yuan: 6000 },
    forces: ["lawyer"],
  },
  {
    type: "land",
    title: "宅基地边界纠纷",
    where: ["village"],
    facts: "翻建房屋放线时与邻居对界石位置有争议。",
    summary: "两家宅基地边界在哪里，说法不同。",
    promise: { kind: "act", text: "按复测界线后退三十厘米放线" },
    forces: ["townCadre", "villageCadre", "justiceOffice"],
  },
  {
    type: "land",
    title: "承包地流转纠纷",
    where: ["village"],
    facts: "口头流转的承包地被提前收回，青苗补偿谈不拢。",
    summary: "承包地收回时间和青苗补偿有分歧。",
    promise: { kind: "pay", text: "补偿青苗损失", yuan: 3200 },
    forces: ["townCadre", "villageCadre"],
  },
  {
    type: "family",
    title: "赡养纠纷",
    where: ["estate", "village", "street"],
    facts: "三个子女对老人轮流照料和生活费分担意见不一。",
    summary: "老人照料和生活费怎么分担，家里说法不同。",
    promise: { kind: "pay", text: "每月支付赡养费，首期", yuan: 600 },
    forces: ["villageCadre", "lawyer"],
  },
  {
    type: "labour",
    title: "工资结算纠纷",
    where: ["village", "street"],
    facts: "短工干完活，包工头对工时和单价不认账。",
    summary: "工时和单价怎么算，双方说法不同。",
    promise: { kind: "pay", text: "结清工资", yuan: 8600 },
    forces: ["justiceOffice", "lawyer"],
  },
  {
    type: "migrantWages",
    title: "拖欠农民工工资纠纷",
    where: ["street"],
    facts: "装修队十余人工资拖欠两个月，多次到门店讨要。",
    summary: "工资欠多少、什么时候付，双方说法不同。",
    promise: { kind: "pay", text: "分两期付清工资", yuan: 36000 },
    forces: ["justiceOffice", "townCadre", "lawyer"],
  },
  {
    type: "damages",
    title: "碰撞摔伤赔偿纠纷",
    where: ["street"],
    facts: "市场里推车碰倒行人，伤者要求赔偿检查费和误工费。",
    summary: "碰撞摔伤的费用怎么分担，双方说法不同。",
    promise: { kind: "pay", text: "赔偿检查费和误工费", yuan: 2400 },
    forces: ["villageCadre"],
  },
  {
    type: "consumer",
    title: "预付卡退费纠纷",
    where: ["street"],
    facts: "理发店转让，会员卡余额新老板不认。",
    summary: "会员卡余额由谁退，双方说法不同。",
    promise: { kind: "pay", text: "退还卡内余额", yuan: 1280 },
    forces: ["enforcementTeam"],
  },
  {
    type: "business",
    title: "夜市摊位转让纠纷",
    where: ["street"],
    facts: "摊位转让后市场重新编号，转让费分期未付。",
    summary: "摊位转让费余款怎么付，双方说法不同。",
    promise: { kind: "pay", text: "分期支付转让费", yuan: 9000 },
    forces: ["enforcementTeam", "lawyer"],
  },
  {
    type: "environment",
    title: "烧烤油烟纠纷",
    where: ["street"],
    facts: "夜市烧烤摊油烟飘进楼上住户，多户联名反映。",
    summary: "油烟怎么治理、几点收摊，双方说法不同。",
    promise: { kind: "act", text: "加装净化器，二十三点前收摊" },
    forces: ["enforcementTeam", "villageCadre"],
  },
  {
    type: "traffic",
    title: "小剐蹭赔偿纠纷",
    where: ["estate"],
    facts: "小区内倒车剐蹭，双方对维修费报价有争议。",
    summary: "剐蹭维修费赔多少，双方说法不同。",
    promise: { kind: "pay", text: "赔偿维修费", yuan: 1500 },
    forces: ["propertyManager"],
  },
  {
    type: "housing",
    title: "房屋加固纠纷",
    where: ["village", "street"],
    facts: "老房相邻墙体开裂，两家对加固方案和费用分担不一致。",
    summary: "相邻墙体怎么加固、费用怎么分，说法不同。",
    promise: { kind: "act", text: "按鉴定意见加固墙体" },
    forces: ["other", "villageCadre"],
  },
];

export const surnames =
  "刘张李王陈赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤".split(
    "",
  );
export const givenNames = [
  "桂香",
  "建军",
  "秀兰",
  "志强",
  "玉梅",
  "国栋",
  "春燕",
  "永福",
  "淑珍",
  "长林",
  "晓云",
  "德全",
  "红霞",
  "立新",
  "美华",
  "金水",
  "雪芹",
  "振华",
  "凤英",
  "小龙",
  "文斌",
  "丽娟",
  "守义",
  "海燕",
  "大勇",
  "爱民",
  "素芬",
  "光明",
  "巧玲",
  "松涛",
  "兰芝",
  "正平",
];

/** A street, estate or village; the point (by name) that lies nearest, if any. */
export interface Street {
  name: string;
  point: string | null;
  is: Neighbourhood;
}
const street = (name: string, point: string | null, is: Neighbourhood): Street => ({ name, point, is });

/** By station code. */
export const streets: Readonly<Record<string, readonly Street[]>> = {
  LW: [
    street("江畔花园", "江畔社区调解室", "estate"),
    street("锦绣里", "物业纠纷专业调解室", "estate"),
    street("东岗村", "东岗村微单元", "village"),
    street("老街", "老街瞭望哨", "street"),
    street("工业路", "瑞丰服饰厂联络点", "street"),
    street("柳湾路", "柳湾派出所调解室", "street"),
  ],
  DG: [
    street("红旗巷", "红旗巷社区调解室", "street"),
    street("西河沿村", "西河沿村微单元", "village"),
    street("东关大街", "东关派出所调解室", "street"),
    street("东关嘉园", null, "estate"),
  ],
  WC: [
    street("富民路", "富民路夜市瞭望哨", "street"),
    street("文昌路", "文昌派出所调解室", "street"),
    street("文昌苑", null, "estate"),
    street("古榕路", null, "street"),
  ],
};

/** An address there, written as people of such a place write it. */
export function addressIn({ name, is }: Street, random: RepeatableRandom): string {
  if (is === "village") return `${name} ${1 + random.below(6)} 组 ${1 + random.below(40)} 号`;
  if (is === "street") return `${name} ${1 + random.below(80)} 号`;
  return `${name} ${1 + random.below(12)} 号楼 ${1 + random.below(4)} 单元 ${1 + random.below(6)}0${1 + random.below(3)}`;
}
