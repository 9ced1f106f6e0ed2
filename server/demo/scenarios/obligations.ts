import { and, asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { obligations } from "@/db/schema/agreements";
import { draftAgreement } from "../../agreements/draft-agreement";
import { draftAgreementInput } from "../../agreements/inputs";
import { sendToSign } from "../../agreements/send-to-sign";
import { signAgreement } from "../../agreements/sign-agreement";
import { recordPerformance } from "../../performance/record-performance";
import { urgePerformance } from "../../performance/urge-performance";
import { dayIn, onDay, soonAfter } from "./clock";
import type { DemoCounty } from "./demo-county";
import type { Matter } from "./matters";
import { close, draft, keep, sign, visit } from "./scenario-ending";
import { alone, book, hold, noticeAndConsent, open, type Scenario } from "./scenario-steps";
import type { Reach, Story } from "./turns";

const stallMatter: Matter = {
  type: "contract",
  title: "摊位转让费纠纷",
  facts: "陈桂香把菜市场两个摊位转让给马志强，说好分六期付 12,000 元，马志强接手后一直没付。",
  summary: "菜市场摊位转让，转让费怎么付说法不同。",
  forces: ["lawyer"],
  promise: { kind: "pay", text: "摊位转让费", yuan: 12_000 },
};
const wallMatter: Matter = {
  type: "housing",
  title: "院墙开裂纠纷",
  facts: "夏长林翻建东屋时挖地基，隔壁夏守义家院墙裂了两道缝，两家为谁来修争了一个月。",
  summary: "一家翻建挖地基，邻家院墙开裂，谁来修说法不同。",
  forces: ["villageCadre"],
  promise: { kind: "act", text: "把开裂的院墙拆了重砌" },
};
const dogMatter: Matter = {
  type: "damages",
  title: "犬只伤人赔偿纠纷",
  facts: "郑晓云在路口被一只没拴的狗咬伤小腿，当时不知道狗主人。网格员两天后找到汤永福，他愿意出医药费。",
  summary: "路口被没拴的狗咬伤，医药费怎么出。",
  forces: ["securityActivist"],
  promise: { kind: "pay", text: "医药费", yuan: 1_000 },
};
const parkingMatter: Matter = {
  type: "neighbour",
  title: "车位占用纠纷",
  facts: "两家共用一个车位，说好单双日轮着停，苗素兰家的车连停九天，温立新家的车被贴了单。",
  summary: "两家合用一个车位，怎么轮着停说法不同。",
  forces: ["propertyManager"],
  promise: { kind: "act", text: "按单双日轮流停车，不占对方的日子" },
};
const deckMatter: Matter = {
  type: "neighbour",
  title: "露台漏水纠纷",
  facts: "楼上露台防水没做好，楼下客厅吊顶泡坏，双方对修补费说法不同。",
  summary: "露台漏水泡坏楼下吊顶，修补费怎么出。",
  forces: ["propertyManager"],
  promise: { kind: "pay", text: "吊顶修补费", yuan: 3_600 },
};

interface Beginning {
  matter: Matter;
  place: string;
  names: readonly [string, string];
  days: number;
  sessionAfter?: number;
  reach?: Reach;
}

/** A dispute of 柳湾 that was talked through and agreed in one session. */
async function agreed(
  demo: DemoCounty,
  { matter, place, names, days, sessionAfter = 2, reach = alone }: Beginning,
): Promise<Scenario> {
  const scenario = await open(demo, {
    matter,
    station: "LW",
    intake: "mediator",
    lead: "mediator",
    track: "peoples",
    place,
    pointId: demo.points.柳湾派出所调解室,
    names,
    reach,
    at: demo.daysAgo(days, "09:10"),
    source: "walkIn",
    risk: "green",
  });
  await noticeAndConsent(scenario);
  const session = await book(scenario, demo.rooms["柳湾派出所调解室 驻所调解室二"] ?? "", [], sessionAfter);
  await hold(scenario, session, "agreed", "双方把话说开了，当面谈成，愿意写成协议。");
  return scenario;
}

const obligationsOf = (scenario: Scenario) =>
  database()
    .select({ id: obligations.id, dueOn: obligations.dueOn })
    .from(obligations)
    .where(and(eq(obligations.countyId, scenario.demo.countyId), eq(obligations.disputeId, scenario.disputeId)))
    .orderBy(asc(obligations.ordinal));

/** Six instalments of ¥2,000: two paid, the third three days late and urged by phone. */
async function instalments(demo: DemoCounty, reach: Reach): Promise<void> {
  const scenario = await agreed(demo, {
    matter: stallMatter,
    place: "柳湾菜市场 东区 12 号",
    names: ["陈桂香", "马志强"],
    days: 84,
    reach,
  });
  const [seller, buyer] = scenario.partyIds;
  if (!seller || !buyer) return;
  const dueDays = [-63, -33, -3, 27, 57, 88].map((n) => dayIn(demo.daysAgo(-n)));
  scenario.at = soonAfter(scenario.at, 20);
  await draftAgreement(
    demo.as(scenario.lead, scenario.at),
    draftAgreementInput.parse({
      agreementVersion: null,
      disputeId: scenario.disputeId,
      form: "written",
      facts: stallMatter.facts,
      clauses: dueDays.map((dueOn, i) => ({
        kind: "pay",
        text: `摊位转让费第 ${i + 1} 期`,
        amountFen: 200_000,
        dueOn,
        proof: "transfer",
        obligorPartyIds: [buyer],
        obligeePartyIds: [seller],
      })),
    }),
  );
  await sign(scenario, "committee");
  const owed = await obligationsOf(scenario);
  for (const [i, paidOn] of [demo.daysAgo(63, "17:10"), demo.daysAgo(31, "11:20")].entries()) {
    const obligationId = owed[i]?.id;
    if (!obligationId) return;
    await recordPerformance(demo.as(scenario.lead, paidOn), {
      disputeId: scenario.disputeId,
      obligationId,
      partyId: buyer,
      amountFen: 200_000,
      performedOn: dayIn(paidOn),
      proof: "transfer",
      proofNote: `手机银行转账截图，尾号 ${4410 + i}`,
    });
  }
  const late = owed[2]?.id;
  if (late)
    await urgePerformance(demo.as(scenario.lead, demo.daysAgo(1, "09:40")), {
      disputeId: scenario.disputeId,
      obligationId: late,
      note: "打电话，他说货款没回来，答应周末付",
    });
}

/** The dog's owner paid ¥1,000 in the session, against a receipt; performed, visited and archived (G1–G3). */
async function dogBite(demo: DemoCounty, reach: Reach): Promise<void> {
  const scenario = await agreed(demo, {
    matter: dogMatter,
    place: "老街路口 便民市场",
    names: ["郑晓云", "汤永福"],
    days: 46,
    reach,
  });
  const [, owner] = scenario.partyIds;
  await draft(scenario, "written", 0);
  await sign(scenario, "committee");
  const [owed] = await obligationsOf(scenario);
  if (!owed || !owner) return;
  scenario.at = soonAfter(scenario.at, 6);
  await recordPerformance(demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    obligationId: owed.id,
    partyId: owner,
    amountFen: 100_000,
    performedOn: dayIn(scenario.at),
    proof: "receipt",
    proofNote: "收条：汤永福付郑晓云医药费 1,000 元，当场点清，沈静经手",
  });
  await visit(scenario, 20, "satisfied");
  await close(scenario, true);
}

/** The yard wall was rebuilt and visited; what is left is to close the matter. */
async function yardWall(demo: DemoCounty, reach: Reach): Promise<void> {
  const scenario = await agreed(demo, {
    matter: wallMatter,
    place: "东岗村 2 组 8 号",
    names: ["夏守义", "夏长林"],
    days: 52,
    reach,
  });
  await draft(scenario, "written", 15);
  await sign(scenario, "committee");
  await keep(scenario, 12);
  await visit(scenario, 30, "fair");
}

/** Promises of earlier months, told among what is long over: one is late, one visited, one archived. */
export const earlierPromises = (demo: DemoCounty): Story[] =>
  [dogBite, instalments, yardWall].map((tell) => (reach) => tell(demo, reach));

/** Everybody has signed: the agreement waits for the seal. */
export async function deckToSeal(demo: DemoCounty): Promise<void> {
  const toSeal = await agreed(demo, {
    matter: deckMatter,
    place: "锦绣里 6 幢 502",
    names: ["祁明月", "端木岩"],
    days: 6,
  });
  await draft(toSeal, "written", 30);
  await sign(toSeal, null);
}

/** One side has signed, the other is waited for. */
export async function parkingToSign(demo: DemoCounty): Promise<void> {
  const toSign = await agreed(demo, {
    matter: parkingMatter,
    place: "锦绣里 2 幢 地下车库",
    names: ["温立新", "苗素兰"],
    days: 5,
  });
  await draft(toSign, "written", 60);
  toSign.at = soonAfter(toSign.at, 10);
  await sendToSign(demo.as(toSign.lead, toSign.at), { disputeId: toSign.disputeId });
  const first = toSign.partyIds[0];
  if (first)
    await signAgreement(demo.as(toSign.lead, onDay(toSign.at, 0, "17:30")), {
      disputeId: toSign.disputeId,
      signer: { kind: "party", partyId: first, byLinkId: null },
      means: "sign",
    });
}
