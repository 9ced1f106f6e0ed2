import { and, asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/parties";
import { sessionPeople } from "@/db/schema/sessions";
import type { CardKind, CardState, Lane } from "@/db/vocabulary";
import { changeCard } from "../../desk/change-card";
import { changeCardInput, setAgendaInput, startSessionInput, writeCardInput } from "../../desk/inputs";
import { setAgenda } from "../../desk/set-agenda";
import { startSession } from "../../desk/start-session";
import { tickAttendance } from "../../desk/tick-attendance";
import { writeCard } from "../../desk/write-card";
import { gateAnswers, registerDisputeInput, triageDisputeInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { sendInvitationInput } from "../../invitations/inputs";
import { sendInvitation } from "../../invitations/send-invitation";
import { bookSession } from "../../sessions/book-session";
import { bookSessionInput } from "../../sessions/inputs";
import { idsInOrder } from "../ids-in-order";
import { onDay, soonAfter } from "./clock";
import type { DemoCounty } from "./demo-county";
import { deskPapers } from "./desk-papers";
import type { Matter } from "./matters";
import { alone, noBar, noDanger, noticeAndConsent, type Scenario } from "./scenario-steps";

const minute = 60_000;

const matter: Matter = {
  type: "neighbour",
  title: "漏水纠纷",
  facts: "六楼卫生间翻修后五楼客厅顶面渗水、墙皮脱落。业主说是防水没做好，装修队说是老管子漏，三方为修复和赔偿争执。",
  summary: "楼上翻修之后楼下渗水，原因和怎么修，三方说法不同。",
  promise: { kind: "act", text: "重做防水" },
  forces: ["propertyManager", "lawyer"],
};

interface Said {
  lane: Lane;
  side?: number;
  kind: CardKind;
  /** Index of the party who spoke, counted from 0. */
  by?: number;
  text: string;
  state?: CardState;
  /** Index of the card it answers. */
  answers?: number;
}

const said: readonly Said[] = [
  { lane: "joint", kind: "note", text: "开会前向各方说明了权利和义务（人民调解法第 23、24 条）。" },
  { lane: "joint", kind: "claim", by: 0, text: "顶面和墙皮恢复原样，另赔泡坏的书柜 ¥3,200" },
  { lane: "joint", kind: "claim", by: 1, text: "该修的修，可书柜没有那么贵" },
  { lane: "joint", kind: "issue", text: "水从哪里来：防水层还是老管子？" },
  { lane: "joint", kind: "claim", by: 2, text: "尾款 ¥4,000 先结清再返工" },
  { lane: "joint", kind: "fact", text: "物业 11 月 12 日关水试验：关总阀后两天不再渗", state: "agreed" },
  { lane: "joint", kind: "issue", text: "书柜按什么价赔？" },
  { lane: "joint", kind: "proposal", by: 1, text: "只补墙皮，不赔书柜", state: "withdrawn" },
  { lane: "side", side: 1, kind: "proposal", by: 0, text: "书柜其实有两千就行，先别说" },
  { lane: "joint", kind: "proposal", by: 1, text: "墙皮全补，书柜赔 ¥1,500", answers: 7 },
  { lane: "joint", kind: "fact", by: 2, text: "保修单写明防水保五年" },
  { lane: "side", side: 3, kind: "fact", by: 2, text: "工人承认地漏那圈没做附加层" },
  { lane: "mediator", kind: "note", text: "先谈返工，再谈钱；乙方和丙方的尾款是另一件事" },
  { lane: "joint", kind: "proposal", by: 2, text: "装修队十天内免费重做防水，物业到场验收", state: "agreed" },
];

/** A session under way today: three sides, cards in their lanes, an offer answered, a fact nobody disputes. */
export async function deskInProgress(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  const at = demo.daysAgo(6, "10:20");
  const as = (when: Date) => demo.as("mediator", when);
  const place = "河堤街 22 号 5 楼";
  const { disputeId } = await registerDispute(
    as(at),
    registerDisputeInput.parse({
      asked: noDanger,
      source: "walkIn",
      type: matter.type,
      title: `河堤街 22 号楼上翻修${matter.title}`,
      place,
      facts: matter.facts,
      neutralSummary: matter.summary,
      parties: [
        { side: 1, standing: "applicant", name: "邱桂花", phone: "13800007711", address: place },
        { side: 2, standing: "respondent", name: "贺建国", phone: "13800007722", address: "河堤街 22 号 6 楼" },
        { side: 3, standing: "respondent", name: "欧阳顺发", phone: "13800007733" },
      ],
    }),
  );
  const accepted = soonAfter(at, 30);
  const answers = gateAnswers.parse({ ...noBar, propertyDamage: "yes" });
  const { proceedingId } = await triageDispute(
    as(accepted),
    triageDisputeInput.parse({ disputeId, answers, track: "peoples", leadPersonId: demo.people.mediator }),
  );
  const rows = await database()
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.countyId, demo.countyId), eq(parties.disputeId, disputeId)))
    .orderBy(asc(parties.position));
  const partyIds = rows.map((row) => row.id);
  const scenario: Scenario = {
    demo,
    disputeId,
    proceedingId: proceedingId ?? "",
    partyIds,
    lead: "mediator",
    station: "LW",
    matter,
    at: accepted,
    speakers: [],
    reach: alone,
  };
  await noticeAndConsent(scenario);
  for (const [username, forceCode] of [
    ["property", "propertyManager"],
    ["lawyer2", "lawyer"],
  ] as const) {
    const asked = sendInvitationInput.parse({ disputeId, personId: demo.people[username], forceCode });
    scenario.at = soonAfter(scenario.at, 8);
    const { invitationId } = await sendInvitation(as(scenario.at), asked);
    scenario.at = soonAfter(scenario.at, 45);
    await acceptInvitation(demo.as(username, scenario.at), { invitationId, declaresNoTie: true });
  }
  // The hour of today that has begun last, or the first: away from the other session of this mediator.
  const hours = ["08:30", "10:00", "12:30", "16:30"].map((time) => onDay(now, 0, time));
  const startsAt = hours.findLast((hour) => hour <= now) ?? hours[0] ?? now;
  const { sessionId } = await bookSession(
    as(scenario.at),
    bookSessionInput.parse({
      disputeId,
      kind: "joint",
      startsAt: startsAt.toISOString(),
      minutes: 90,
      roomId: demo.rooms["江畔社区调解室 社区调解室"],
      personIds: [demo.people.property, demo.people.lawyer2],
      partyIds,
    }),
  );
  await talk(demo, { disputeId, sessionId, partyIds, now });
}

interface Talk {
  disputeId: string;
  sessionId: string;
  partyIds: readonly string[];
  now: Date;
}

async function talk(demo: DemoCounty, { disputeId, sessionId, partyIds, now }: Talk): Promise<void> {
  const begun = new Date(Math.max(now.getTime() - 42 * minute, onDay(now, 0, "00:00").getTime()));
  const as = (when: Date) => demo.as("mediator", when);
  const where = { disputeId, sessionId };
  const agenda = "先听三方怎么说，再看关水试验的结果，最后谈返工和书柜。";
  await setAgenda(as(begun), setAgendaInput.parse({ ...where, agenda, sessionVersion: 1 }));
  await startSession(as(begun), startSessionInput.parse(where));
  const seated = await database()
    .select({ id: sessionPeople.id, personId: sessionPeople.personId })
    .from(sessionPeople)
    .where(and(eq(sessionPeople.countyId, demo.countyId), eq(sessionPeople.sessionId, sessionId)))
    .orderBy(asc(sessionPeople.id));
  // All who speak or sign have arrived; the lawyer has not yet.
  for (const { id: rowId } of seated.filter((one) => one.personId !== demo.people.lawyer2))
    await tickAttendance(as(begun), { ...where, rowId, attendance: "present" });
  const ids = said.map(idsInOrder(begun));
  const step = (now.getTime() - begun.getTime()) / (said.length + 1);
  for (const [index, { by, state, answers, ...card }] of said.entries()) {
    const when = new Date(begun.getTime() + step * (index + 1));
    const cardId = ids[index] ?? "";
    await writeCard(
      as(when),
      writeCardInput.parse({
        ...where,
        ...card,
        cardId,
        partyId: by === undefined ? null : partyIds[by],
        answersId: answers === undefined ? null : ids[answers],
      }),
    );
    if (state) await changeCard(as(when), changeCardInput.parse({ ...where, cardId, cardVersion: 1, state }));
  }
  const isFact = ({ lane, kind, state }: Said) => lane === "joint" && kind === "fact" && state === "agreed";
  const factIds = said.flatMap((one, index) => (isFact(one) ? [ids[index] ?? ""] : []));
  await deskPapers(demo, { ...where, partyIds, factIds, at: now });
}
