import { declineClue } from "../../calls/decline-clue";
import { recordCallInput, reportClueInput } from "../../calls/inputs";
import { type RecordedCall, recordCall } from "../../calls/record-call";
import { reportClue } from "../../calls/report-clue";
import { dayOf } from "../../kernel/shanghai";
import type { DemoCounty } from "./demo-county";

interface DemoCall {
  days: number;
  time: string;
  caller: string;
  phone: string;
  place: string;
  summary: string;
  by?: string;
}

/** Records a call some minutes after it came in, numbered by day and hour as the police dispatch numbers its calls. */
export function demoCall(
  demo: DemoCounty,
  { days, time, caller, phone, place, summary, by = "officer" }: DemoCall,
): Promise<RecordedCall> {
  const calledAt = demo.daysAgo(days, time);
  const number = `${dayOf(calledAt).replaceAll("-", "")}${time.replace(":", "")}${phone.slice(-3) || "000"}`;
  const input = recordCallInput.parse({
    number,
    calledAt: calledAt.toISOString(),
    callerName: caller,
    phone,
    place,
    summary,
  });
  return recordCall(demo.as(by, new Date(calledAt.getTime() + 9 * 60_000)), input);
}

const noise = "锦绣里 6 幢";
const stall = "老街 12 号";

const calls: readonly DemoCall[] = [
  // An alerted group nobody has activated: three nights of noise, the second reported from two phones.
  {
    days: 12,
    time: "22:40",
    caller: "江雨桐",
    phone: "13600007011",
    place: `${noise} 502`,
    summary: "楼上麻将室夜里吵，孩子睡不着",
  },
  {
    days: 6,
    time: "23:15",
    caller: "江雨桐",
    phone: "13600007011",
    place: `${noise} 502`,
    summary: "又吵到半夜，双方在楼道对骂",
  },
  { days: 6, time: "23:27", caller: "柏文海", phone: "13600007022", place: `${noise}401`, summary: "五楼六楼打起来了" },
  {
    days: 2,
    time: "21:50",
    caller: "樊立军",
    phone: "13600007033",
    place: `锦绣里６幢 602`,
    summary: "五楼用拖把捅天花板，要来砸门",
  },
  // A pair that has not reached the threshold.
  { days: 15, time: "09:10", caller: "鲁小满", phone: "13600008011", place: stall, summary: "隔壁摊位占道，吵起来" },
  { days: 4, time: "08:35", caller: "景大勇", phone: "13600008022", place: stall, summary: "门口堆货，推了一把" },
  // Calls that stand alone.
  { days: 9, time: "17:05", caller: "", phone: "", place: "工业路 7 号", summary: "十来个工人在厂门口要工资" },
  {
    days: 5,
    time: "19:20",
    caller: "谷雨晴",
    phone: "13600009011",
    place: "东岗村四组",
    summary: "两家为滴水檐吵架，已劝开",
  },
  { days: 3, time: "12:45", caller: "凌志强", phone: "13600009022", place: "柳湾菜市场", summary: "退摊位押金谈不拢" },
  {
    days: 1,
    time: "20:30",
    caller: "田秀芝",
    phone: "13600009033",
    place: "江畔花园 7 号楼 1 单元 102",
    summary: "楼上空调滴水到雨棚",
  },
  {
    days: 8,
    time: "10:15",
    caller: "范晓东",
    phone: "13600006011",
    place: "红旗巷 8 号",
    summary: "停车挡门",
    by: "officer3",
  },
  {
    days: 7,
    time: "18:40",
    caller: "范晓东",
    phone: "13600006011",
    place: "红旗巷 8 号",
    summary: "又挡门，动手了",
    by: "officer3",
  },
];

/** Police calls with repeat groups at each stage, and clues of two grid members, some waiting for an answer. */
export async function repeatedCalls(demo: DemoCounty): Promise<void> {
  for (const call of [...calls].sort((a, b) => b.days - a.days || a.time.localeCompare(b.time)))
    await demoCall(demo, call);
  const reportAt = (by: string, at: Date, place: string, text: string, pointId: string | null = null) =>
    reportClue(demo.as(by, at), reportClueInput.parse({ place, text, pointId }));
  const report = (by: string, days: number, time: string, place: string, text: string, pointId: string | null = null) =>
    reportAt(by, demo.daysAgo(days, time), place, text, pointId);
  const settled = await report(
    "grid",
    20,
    "16:10",
    "江畔花园 5 号楼",
    "两户为晾衣架吵架，怕动手",
    demo.points["江畔社区调解室"],
  );
  await declineClue(demo.as("officer", demo.daysAgo(19, "09:30")), {
    clueId: settled.clueId,
    answer: "上门看过，两家已自己说好，晾衣架移开了。",
  });
  await report(
    "grid2",
    2,
    "11:20",
    "锦绣里 6 幢",
    "六楼夜里打麻将，楼下说再吵就去砸门",
    demo.points["物业纠纷专业调解室"],
  );
  await report(
    "grid",
    1,
    "15:40",
    "江畔花园 2 号楼 1 单元",
    "一楼拆了雨棚没装回去，二楼三楼都有意见",
    demo.points["江畔社区调解室"],
  );
  // Just now, at whatever hour the demo is told.
  const justNow = new Date(demo.now.getTime() - 10 * 60_000);
  await reportAt("grid", justNow, "江畔社区北门", "外卖车和接孩子的老人天天在门口吵");
}
