import type { ViolationKind } from "@/db/vocabulary";
import type { Matter } from "./matters";

/** A minor violation among people who know each other, with what the officer writes down of it. */
export interface PoliceMatter extends Matter {
  violation: {
    kind: ViolationKind;
    place: string;
    /** The hour of a deed by night, the evening before, or of one early in the day; else it has just happened. */
    hour?: `2${number}:${number}` | `0${number}:${number}`;
    cause: string;
    course: string;
    circumstances: string;
    result: string;
    /** What it was where it turns out to be no violation. */
    harmless: string;
  };
}

export const violations: readonly PoliceMatter[] = [
  {
    type: "neighbour",
    title: "楼道推搡擦伤案",
    where: ["estate"],
    facts: "两家为楼道堆放杂物争吵，一方推了对方一把，对方跌坐在地，手掌擦伤。",
    summary: "楼道里争吵时推了一把，手掌擦伤，怎么赔说法不同。",
    promise: { kind: "pay", text: "赔偿医药费并当面道歉", yuan: 600 },
    forces: ["villageCadre"],
    violation: {
      kind: "assault",
      place: "双方住处楼道",
      cause: "楼道堆放杂物",
      course: "双方在楼道里争吵，一方推了对方胸口一把，对方跌坐在地；邻居劝开后报警。",
      circumstances: "临时起意，没有器械，事后主动扶起对方。",
      result: "手掌擦伤，没有构成轻微伤。",
      harmless: "看了楼道监控，对方是自己退后时没站稳，双方只是争吵",
    },
  },
  {
    type: "damages",
    title: "砸坏车窗案",
    where: ["street"],
    facts: "停车挡住了店门，店主一时气愤用扳手敲坏了副驾驶车窗。",
    summary: "停车挡门，车窗被敲坏，赔多少说法不同。",
    promise: { kind: "pay", text: "赔偿车窗更换费", yuan: 860 },
    forces: ["securityActivist"],
    violation: {
      kind: "propertyDamage",
      place: "店门口路边",
      cause: "车辆停放挡住店门",
      course: "车主去买菜，店主等了二十多分钟，用扳手敲坏副驾驶一侧车窗；民警到场时已停手。",
      circumstances: "敲了一下即停，事后承认。",
      result: "车窗破损，更换需八百余元，没有人受伤。",
      harmless: "看了路边监控，扳手是从货架上滑落碰到车窗的，不是故意",
    },
  },
  {
    type: "neighbour",
    title: "业主群里辱骂案",
    where: ["estate"],
    facts: "两家因噪音有矛盾，一方在业主群里连发几条辱骂对方的话，群里一百多人看到。",
    summary: "在业主群里骂人，怎么道歉、要不要删说法不同。",
    promise: { kind: "act", text: "在原群公开道歉并删除辱骂内容" },
    forces: ["villageCadre"],
    violation: {
      kind: "insult",
      place: "小区业主群",
      hour: "21:40",
      cause: "夜间噪音积下的矛盾",
      course: "一方在业主群里连发五条辱骂对方的文字，物业提醒后没有再发。",
      circumstances: "没有指使他人，对方没有还口。",
      result: "对方精神上受了委屈，没有其他后果。",
      harmless: "看了群里的聊天记录，双方是互相埋怨，没有辱骂的话",
    },
  },
  {
    type: "neighbour",
    title: "夜间敲墙踹门案",
    where: ["estate"],
    facts: "一方嫌隔壁吵，连着三个晚上敲墙踹门，隔壁老人睡不好。",
    summary: "连着几晚敲墙踹门，怎么停、门怎么修说法不同。",
    promise: { kind: "pay", text: "赔偿房门维修费，不再敲墙踹门", yuan: 400 },
    forces: ["propertyManager"],
    violation: {
      kind: "disturbingLife",
      place: "双方住处",
      hour: "23:10",
      cause: "楼上楼下为声响积怨",
      course: "连续三晚敲墙、踹门，吵得隔壁不能休息；民警到场后停了下来。",
      circumstances: "没有动手，也没有器械。",
      result: "没有人受伤，房门有轻微损坏。",
      harmless: "连着两晚到现场听过，声响是老旧水管发出的，不是有人敲墙",
    },
  },
  {
    type: "business",
    title: "摊位争执打耳光案",
    where: ["street"],
    facts: "两个摊主为占道吆喝争执，一方打了对方一个耳光。",
    summary: "摊位争执时打了一个耳光，怎么赔、摊位怎么摆说法不同。",
    promise: { kind: "pay", text: "赔偿检查费和误工费并道歉", yuan: 1200 },
    forces: ["enforcementTeam"],
    violation: {
      kind: "assault",
      place: "菜市场内",
      cause: "摊位占道",
      course: "双方互相指责，一方打了对方一个耳光，市场管理员拉开。",
      circumstances: "一时冲动，只打了一下。",
      result: "面部红肿，医院检查没有其他伤。",
      harmless: "看了市场监控，双方只是拉扯争吵，没有打到人",
    },
  },
  {
    type: "land",
    title: "拔毁菜苗案",
    where: ["village"],
    facts: "两家地界没分清，一方拔掉了对方种在边上的两垄菜苗。",
    summary: "地界没分清，菜苗被拔，苗钱和地界说法不同。",
    promise: { kind: "pay", text: "赔偿菜苗损失", yuan: 300 },
    forces: ["villageCadre", "townCadre"],
    violation: {
      kind: "propertyDamage",
      place: "村东菜地",
      hour: "06:20",
      cause: "地界不清",
      course: "一方清早把对方种在界边的两垄菜苗拔掉，被路过的村民看见。",
      circumstances: "没有争打，事后承认。",
      result: "损失菜苗约二百株。",
      harmless: "到地里看过，菜苗是被雨水冲倒的，不是人拔的",
    },
  },
];

/** Quarrels that an officer calms where they find them. */
export const onScene: readonly Matter[] = [
  {
    type: "neighbour",
    title: "停车挡道口角",
    where: ["estate"],
    facts: "小区里停车挡了别人的道，双方吵了几句，民警到场后车主挪车道歉。",
    summary: "停车挡道引起口角。",
    promise: { kind: "act", text: "不再挡道停车" },
    forces: ["propertyManager"],
  },
  {
    type: "consumer",
    title: "退换商品口角",
    where: ["street"],
    facts: "顾客要退一双鞋，店主说穿过不能退，双方在店里吵起来，当场说好换一双。",
    summary: "退换商品引起口角。",
    promise: { kind: "act", text: "换一双同款" },
    forces: ["enforcementTeam"],
  },
  {
    type: "traffic",
    title: "电动车剐蹭口角",
    where: ["street"],
    facts: "两辆电动车在路口碰了一下，人没事，后视镜碎了一个，双方当场谈好各自修车。",
    summary: "电动车剐蹭引起口角。",
    promise: { kind: "act", text: "各自修车，互不追究" },
    forces: ["other"],
  },
  {
    type: "neighbour",
    title: "遛狗不牵绳口角",
    where: ["estate", "village"],
    facts: "有人遛狗没牵绳，吓着了接孩子的老人，民警到场劝说，狗主人当场牵绳道歉。",
    summary: "遛狗不牵绳引起口角。",
    promise: { kind: "act", text: "遛狗牵绳" },
    forces: ["villageCadre"],
  },
];

/** What a court has decided already: nobody mediates it, and the office brings those together who can see it carried out. */
export const judged: readonly Matter[] = [
  {
    type: "property",
    title: "判决后物业费执行协调",
    where: ["estate"],
    facts: "物业费一案法院已经判决，业主应补交两年物业费；业主说电梯没修好不愿交，物业到派出所求助。",
    summary: "物业费的判决怎么落实、电梯什么时候修，需要协调。",
    promise: { kind: "act", text: "按判决交费，电梯检修公示" },
    forces: ["courtStaff", "propertyManager"],
  },
  {
    type: "land",
    title: "判决后宅基地通行协调",
    where: ["village"],
    facts: "通行权一案法院已经判决留出一米二的路，一方还在路上堆砖，另一方多次报警。",
    summary: "判决留的路怎么腾出来，需要协调。",
    promise: { kind: "act", text: "清走砖块，按判决留路" },
    forces: ["courtStaff", "villageCadre"],
  },
  {
    type: "lending",
    title: "判决后还款协调",
    where: ["estate", "village", "street"],
    facts: "借款一案法院已经判决还款三万元，债务人说分几个月能还，债权人上门讨要时争吵。",
    summary: "判决的借款怎么分期履行，需要协调。",
    promise: { kind: "pay", text: "按判决还款", yuan: 30000 },
    forces: ["courtStaff", "lawyer"],
  },
];

/** A child is hurt; a guardian speaks for them. */
export const ofChildren: readonly Matter[] = [
  {
    type: "damages",
    title: "课间打闹受伤赔偿纠纷",
    where: ["estate", "village", "street"],
    facts: "两个学生课间打闹，一个摔倒磕掉半颗门牙，家长为补牙费和后续治疗说法不一。",
    summary: "课间打闹磕坏门牙，补牙费和后续治疗怎么分担说法不同。",
    promise: { kind: "pay", text: "承担补牙费", yuan: 2600 },
    forces: ["villageCadre"],
  },
  {
    type: "traffic",
    title: "小区滑板车碰撞赔偿纠纷",
    where: ["estate"],
    facts: "孩子骑滑板车与送餐电动车相撞，小腿擦伤，医药费由谁出说法不一。",
    summary: "滑板车和电动车相撞，医药费怎么出说法不同。",
    promise: { kind: "pay", text: "赔偿医药费", yuan: 780 },
    forces: ["propertyManager"],
  },
];
