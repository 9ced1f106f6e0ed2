import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { sessions } from "@/db/schema/sessions";
import { addShifts } from "../../consultations/add-shifts";
import { answerQuestion } from "../../consultations/answer-question";
import { askQuestion } from "../../consultations/ask-question";
import { linkConsultation } from "../../consultations/link-consultation";
import { addLeaderShifts } from "../../duty-leaders/add-leader-shifts";
import { signOpinion } from "../../opinions/sign-opinion";
import { setVideoLink } from "../../sessions/set-video-link";
import { dayIn, onDay } from "./clock";
import type { DemoCounty } from "./demo-county";

const minute = 60_000;
/** The shop of the sessions of this week: several matters carry its title. */
const shop = { title: "老街商铺退租押金纠纷", place: "老街 12 号" };
/** The one night of the roster nobody has taken yet. */
const openNight = 5;

/** Two lawyers by turns, day and night, from three days ago until eleven days ahead; one night is still open. */
async function roster(demo: DemoCounty, now: Date): Promise<void> {
  const plan: Record<"lawyer" | "lawyer2", { from: Date; until: Date }[]> = { lawyer: [], lawyer2: [] };
  for (let day = -3; day <= 11; day += 1) {
    const isOdd = day % 2 !== 0;
    const night = { from: onDay(now, day, "22:00"), until: onDay(now, day + 1, "08:00") };
    if (day === 0) {
      plan.lawyer.push({ from: onDay(now, 0, "00:00"), until: onDay(now, 1, "00:00") });
      plan.lawyer2.push(night);
      continue;
    }
    plan[isOdd ? "lawyer" : "lawyer2"].push({ from: onDay(now, day, "08:00"), until: onDay(now, day, "22:00") });
    if (day !== openNight) plan[isOdd ? "lawyer2" : "lawyer"].push(night);
  }
  for (const [username, shifts] of Object.entries(plan))
    await addShifts(demo.as("committee", onDay(now, -4, "16:30")), {
      personId: demo.people[username] ?? "",
      shifts: shifts.map(({ from, until }) => ({ from: from.toISOString(), until: until.toISOString() })),
    });
}

/** The head and an officer lead the station by turns, round the clock. */
async function leaders(demo: DemoCounty, now: Date): Promise<void> {
  const plan: Record<"head" | "officer", { from: string; until: string }[]> = { head: [], officer: [] };
  for (let day = -3; day <= 11; day += 1)
    plan[day % 2 === 0 ? "head" : "officer"].push({
      from: onDay(now, day, "08:00").toISOString(),
      until: onDay(now, day + 1, "08:00").toISOString(),
    });
  for (const [username, shifts] of Object.entries(plan))
    await addLeaderShifts(demo.as("head", onDay(now, -4, "16:40")), { leaderId: demo.people[username] ?? "", shifts });
}

/** Who the roster has on duty by day. */
const byDay = (day: number) => (day % 2 !== 0 ? "lawyer" : "lawyer2");

async function asked(demo: DemoCounty, username: string, at: Date, question: string): Promise<string> {
  const { consultationId } = await askQuestion(demo.as(username, at), {
    question,
    pointId: demo.points["江畔社区调解室"] ?? null,
  });
  return consultationId;
}

const answered = (demo: DemoCounty, username: string, at: Date, consultationId: string, answer: string) =>
  answerQuestion(demo.as(username, at), { consultationId, answer });

async function questions(demo: DemoCounty, now: Date, disputeId: string | undefined): Promise<void> {
  const first = onDay(now, -3, "10:12");
  const deposit = await asked(
    demo,
    "grid",
    first,
    "租期没到房客要提前搬，合同没写押金怎么退。房东说一分不退，这样行不行？",
  );
  await answered(
    demo,
    byDay(-3),
    new Date(first.getTime() + 18 * minute),
    deposit,
    "一分不退一般站不住。\n押金是担保，不是罚金：先扣欠租、水电和损坏，余下的要退。提前搬算违约，房东可以要空置期的合理损失，通常按一到两个月租金谈。\n先让双方把交接时的屋况和水电数写下来，各拍照。",
  );
  if (disputeId)
    await linkConsultation(demo.as("mediator", onDay(now, -2, "09:05")), { consultationId: deposit, disputeId });
  const second = onDay(now, -1, "15:40");
  const loan = await asked(
    demo,
    "officer2",
    second,
    "邻居借了三万没有打欠条，只有微信转账和聊天，借钱的人现在说是合伙投的。还能当借款要回来吗？",
  );
  await answered(
    demo,
    byDay(-1),
    new Date(second.getTime() + 26 * minute),
    loan,
    "能不能按借款要，看聊天里有没有“借”“还”的话。\n转账记录加聊天能作证据；对方说是合伙，要由他拿出合伙的约定。\n下一步：让出借人发一条写明数目和日期的催款消息，对方若回话认账，就好办得多。",
  );
  await asked(
    demo,
    "grid",
    new Date(now.getTime() - 9 * minute),
    "楼上漏水泡了楼下的地板，楼上房东在外地，租客说不关他的事。楼下该找谁赔？",
  );
}

/** The lawyer's two opinions on the shop, and a video link for its next session. */
async function atTheTable(demo: DemoCounty, disputeId: string): Promise<void> {
  const rows = await database()
    .select()
    .from(sessions)
    .where(and(eq(sessions.countyId, demo.countyId), eq(sessions.disputeId, disputeId)));
  const held = rows.find((one) => one.status === "ended");
  const next = rows.find((one) => one.status === "booked");
  if (held) {
    const sign = (minutes: number, lane: "joint" | "mediator", text: string) =>
      signOpinion(demo.as("lawyer", new Date(held.endsAt.getTime() + minutes * minute)), {
        disputeId,
        sessionId: held.id,
        lane,
        text,
      });
    await sign(20, "joint", "押金先抵欠租和水电，余下的应退；卷帘门按现值折价，双方各找一家估价，取中间数。");
    await sign(24, "mediator", "真要起诉，押金多半判退七成左右。可以往八千上下谈。");
  }
  if (next)
    await setVideoLink(demo.as("mediator", demo.now), {
      disputeId,
      sessionId: next.id,
      sessionVersion: next.version,
      url: `https://meeting.example.cn/j/${dayIn(next.startsAt).replaceAll("-", "")}-laojie`,
    });
}

/** Two weeks of lawyers on duty, three questions in three states, and a lawyer's opinions on a session. */
export async function legalDuty(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  await roster(demo, now);
  await leaders(demo, now);
  const [found] = await database()
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.countyId, demo.countyId), eq(disputes.title, shop.title), eq(disputes.place, shop.place)));
  await questions(demo, now, found?.id);
  if (found) await atTheTable(demo, found.id);
}
