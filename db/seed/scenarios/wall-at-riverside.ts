import { registerDisputeInput, triageAnswers } from "@/server/disputes/inputs";
import { registerDispute } from "@/server/disputes/register-dispute";
import { triageDispute } from "@/server/disputes/triage-dispute";
import { daysAgo, type Stage } from "./stage";

/** 江畔花园: upstairs renovation, a wall taken out, cracks below (S1–S10), standing at convening. */
export async function wallAtRiverside(stage: Stage): Promise<void> {
  const { disputeId } = await registerDispute(
    stage.as("mediator", daysAgo(14)),
    registerDisputeInput.parse({
      source: "policeCall",
      type: "neighbour",
      title: "江畔花园 3 号楼装修承重墙纠纷",
      place: "江畔花园 3 号楼 2 单元",
      pointId: stage.points["江畔社区调解室"],
      startedOn: daysAgo(42).toISOString().slice(0, 10),
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
    }),
  );
  await triageDispute(stage.as("mediator", daysAgo(14, "10:30")), {
    disputeId,
    answers: triageAnswers.parse({
      isViolation: "no",
      hasMinor: "no",
      familyViolence: "no",
      judgedByCourt: "no",
      acceptedElsewhere: "no",
      propertyDamage: "yes",
      injury: "no",
    }),
    track: "peoples",
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "江畔社区第二党支部",
  });
}
