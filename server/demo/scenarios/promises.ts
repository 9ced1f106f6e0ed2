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
import type { Matter } from "./matters";
import { daysAgo, type Stage } from "./stage";
import { book, hold, noticeAndConsent, open, type Tale } from "./tale";
import { close, draft, keep, sign, visit } from "./tale-end";

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
}

/** A dispute of 柳湾 that was talked through and agreed in one session. */
async function agreed(stage: Stage, { matter, place, names, days, sessionAfter = 2 }: Beginning): Promise<Tale> {
  const tale = await open(stage, {
    matter,
    station: "LW",
    intake: "mediator",
    lead: "mediator",
    track: "peoples",
    place,
    pointId: stage.points.柳湾派出所调解室,
    names,
    at: daysAgo(days, "09:10"),
    source: "walkIn",
    risk: "green",
  });
  await noticeAndConsent(tale);
  const session = await book(tale, stage.rooms["柳湾派出所调解室 驻所调解室二"] ?? "", [], sessionAfter);
  await hold(tale, session, "agreed", "双方把话说开了，当面谈成，愿意写成协议。");
  return tale;
}

const obligationsOf = (tale: Tale) =>
  database()
    .select({ id: obligations.id, dueOn: obligations.dueOn })
    .from(obligations)
    .where(and(eq(obligations.countyId, tale.stage.countyId), eq(obligations.disputeId, tale.disputeId)))
    .orderBy(asc(obligations.ordinal));

/** Six instalments of ¥2,000: two paid, the third three days late and urged by phone. */
async function instalments(stage: Stage): Promise<void> {
  const tale = await agreed(stage, {
    matter: stallMatter,
    place: "柳湾菜市场 东区 12 号",
    names: ["陈桂香", "马志强"],
    days: 84,
  });
  const [seller, buyer] = tale.partyIds;
  if (!seller || !buyer) return;
  const dueDays = [-63, -33, -3, 27, 57, 88].map((n) => dayIn(daysAgo(-n)));
  tale.at = soonAfter(tale.at, 20);
  await draftAgreement(
    stage.as(tale.lead, tale.at),
    draftAgreementInput.parse({
      disputeId: tale.disputeId,
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
  await sign(tale, "committee");
  const owed = await obligationsOf(tale);
  for (const [i, paidOn] of [daysAgo(63, "17:10"), daysAgo(31, "11:20")].entries()) {
    const obligationId = owed[i]?.id;
    if (!obligationId) return;
    await recordPerformance(stage.as(tale.lead, paidOn), {
      disputeId: tale.disputeId,
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
    await urgePerformance(stage.as(tale.lead, daysAgo(1, "09:40")), {
      disputeId: tale.disputeId,
      obligationId: late,
      note: "打电话，他说货款没回来，答应周末付",
    });
}

/** The dog's owner paid ¥1,000 at the table, against a receipt; kept, visited, put away (G1–G3). */
async function dogBite(stage: Stage): Promise<void> {
  const tale = await agreed(stage, {
    matter: dogMatter,
    place: "文昌路口 便民市场",
    names: ["郑晓云", "汤永福"],
    days: 46,
  });
  const [, owner] = tale.partyIds;
  await draft(tale, "written", 0);
  await sign(tale, "committee");
  const [owed] = await obligationsOf(tale);
  if (!owed || !owner) return;
  tale.at = soonAfter(tale.at, 6);
  await recordPerformance(stage.as(tale.lead, tale.at), {
    disputeId: tale.disputeId,
    obligationId: owed.id,
    partyId: owner,
    amountFen: 100_000,
    performedOn: dayIn(tale.at),
    proof: "receipt",
    proofNote: "收条：汤永福付郑晓云医药费 1,000 元，当场点清，沈静经手",
  });
  await visit(tale, 20, "satisfied");
  await close(tale, true);
}

/** Disputes at the signing table and after it: one waits for a signature, one for the seal, one is late, one visited, one put away. */
export async function promises(stage: Stage): Promise<void> {
  await dogBite(stage);
  await instalments(stage);

  const visited = await agreed(stage, {
    matter: wallMatter,
    place: "红旗巷 8 号",
    names: ["夏守义", "夏长林"],
    days: 52,
  });
  await draft(visited, "written", 15);
  await sign(visited, "committee");
  await keep(visited, 12);
  await visit(visited, 30, "fair");

  const toSeal = await agreed(stage, {
    matter: deckMatter,
    place: "锦绣里 6 幢 502",
    names: ["祁明月", "端木岩"],
    days: 6,
  });
  await draft(toSeal, "written", 30);
  await sign(toSeal, null);

  const toSign = await agreed(stage, {
    matter: parkingMatter,
    place: "锦绣里 2 幢 地下车库",
    names: ["温立新", "苗素兰"],
    days: 5,
  });
  await draft(toSign, "written", 60);
  toSign.at = soonAfter(toSign.at, 10);
  await sendToSign(stage.as(toSign.lead, toSign.at), { disputeId: toSign.disputeId });
  const first = toSign.partyIds[0];
  if (first)
    await signAgreement(stage.as(toSign.lead, onDay(toSign.at, 0, "17:30")), {
      disputeId: toSign.disputeId,
      signer: { kind: "party", partyId: first, byLinkId: null },
      means: "sign",
    });
}
