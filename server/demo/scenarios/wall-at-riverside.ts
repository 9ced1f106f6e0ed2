import { activateGroup } from "../../calls/activate-group";
import { activateGroupInput } from "../../calls/inputs";
import { conveneAtRiverside } from "./convening-at-riverside";
import type { DemoCounty } from "./demo-county";
import { demoCall } from "./repeated-calls";
import { noBar } from "./scenario-steps";

/** Upstairs and downstairs take turns; the last quarrel is reported from two phones. Gives the alerted group. */
async function callsAboutTheWall(demo: DemoCounty): Promise<string> {
  const upstairs = { caller: "张建国", phone: "13800003344", place: "江畔花园３号楼 2 单元 401" };
  const downstairs = { caller: "刘玉芬", phone: "13800002719", place: "江畔花园 3 号楼 2 单元 301" };
  await demoCall(demo, { ...downstairs, days: 42, time: "09:20", summary: "楼上砸墙，怕拆的是承重墙" });
  await demoCall(demo, { ...upstairs, days: 30, time: "19:45", summary: "楼下堵门不让施工" });
  await demoCall(demo, { ...downstairs, days: 20, time: "20:10", summary: "墙上裂缝变长，争吵" });
  const last = await demoCall(demo, { ...downstairs, days: 16, time: "18:30", summary: "楼道里推搡，无人受伤" });
  await demoCall(demo, {
    caller: "安芳",
    phone: "13800009911",
    place: "江畔花园 3 栋",
    days: 16,
    time: "18:36",
    summary: "2 单元有人推搡",
  });
  return last.groupId ?? "";
}

/** 江畔花园: a renovation upstairs removed a wall, cracks appeared below (S1–S10); the dispute has come to convening. */
export async function wallAtRiverside(demo: DemoCounty): Promise<void> {
  const { disputeId } = await activateGroup(
    demo.as("head", demo.daysAgo(14)),
    activateGroupInput.parse({
      groupId: await callsAboutTheWall(demo),
      reason: "三十天四次报警，双方推搡，承重墙不鉴定不放心，怕闹大",
      type: "neighbour",
      title: "江畔花园 3 号楼装修承重墙纠纷",
      place: "江畔花园 3 号楼 2 单元",
      pointId: demo.points["江畔社区调解室"],
      startedOn: demo.daysAgo(42).toISOString().slice(0, 10),
      facts: "401 室装修拆除一段墙体，301 室墙面出现裂缝。双方多次争吵，怀疑拆的是承重墙。",
      neutralSummary: "楼上装修拆了一段墙，楼下墙面出现裂缝。墙怎么加固、钱谁来出，三方说法不同。",
      risk: "red",
      riskReason: "30 天内多次报警，有推搡",
      parties: [
        { side: 1, standing: "applicant", name: "刘玉芬", phone: "13800002719", address: "江畔花园 3 号楼 2 单元 301" },
        {
          side: 2,
          standing: "respondent",
          name: "张建国",
          phone: "13800003344",
          address: "江畔花园 3 号楼 2 单元 401",
          links: [{ kind: "agent", name: "张晓雯", phone: "13800005566", maySign: true, note: "女儿，有授权委托书" }],
        },
        {
          side: 3,
          kind: "organisation",
          standing: "thirdParty",
          name: "安居乐装饰工程有限公司",
          phone: "13800007788",
          links: [{ kind: "representative", name: "罗永强", maySign: true, note: "经理" }],
        },
      ],
      answers: { ...noBar, propertyDamage: "yes" },
      track: "peoples",
      leadPersonId: demo.people.mediator,
      leadUnit: "江畔社区第二党支部",
    }),
  );
  await conveneAtRiverside(demo, disputeId);
}
