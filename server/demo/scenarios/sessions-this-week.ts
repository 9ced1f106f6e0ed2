import type { Lane } from "@/db/vocabulary";
import { writeNoteInput } from "@/server/notes/inputs";
import { writeNote } from "@/server/notes/write-note";
import { bookSessionInput, correctRecordInput } from "@/server/sessions/inputs";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { sendInvitationInput } from "../../invitations/inputs";
import { sendInvitation } from "../../invitations/send-invitation";
import { bookSession } from "../../sessions/book-session";
import { correctRecord } from "../../sessions/correct-record";
import { onDay, soonAfter } from "./clock";
import { matters } from "./matters";
import type { Stage } from "./stage";
import { hold, noticeAndConsent, type Opening, open, type Tale } from "./tale";

type Told = Pick<Opening, "place" | "names" | "risk"> & {
  title: string;
  point: string;
  at: Date;
  /** Forces the parties agreed to beyond those of the matter. */
  alsoAgreed?: readonly string[];
};

/** Accepted by the demo mediator, rights told, everyone agreed. */
async function gathered(stage: Stage, { title, point, alsoAgreed = [], ...told }: Told): Promise<Tale> {
  const matter = matters.find((one) => one.title === title);
  if (!matter) throw new Error(`no matter ${title}`);
  const opening: Opening = {
    ...told,
    matter: { ...matter, forces: [...matter.forces, ...alsoAgreed] },
    station: "LW",
    intake: "mediator",
    lead: "mediator",
    track: "peoples",
    pointId: stage.points[point],
    source: "walkIn",
  };
  const tale = await open(stage, opening);
  await noticeAndConsent(tale);
  return tale;
}

async function join(tale: Tale, helpers: Readonly<Record<string, string>>): Promise<void> {
  for (const [username, forceCode] of Object.entries(helpers)) {
    const input = sendInvitationInput.parse({
      disputeId: tale.disputeId,
      personId: tale.stage.people[username],
      forceCode,
    });
    tale.at = soonAfter(tale.at, 5);
    const { invitationId } = await sendInvitation(tale.stage.as("mediator", tale.at), input);
    tale.at = soonAfter(tale.at, 35);
    await acceptInvitation(tale.stage.as(username, tale.at), { invitationId, declaresNoTie: true });
  }
}

interface Meeting {
  startsAt: Date;
  room: string;
  helpers?: readonly string[];
  minutes?: number;
  /** Only side A, back to back. */
  isCaucus?: boolean;
}

async function meet(tale: Tale, { startsAt, room, helpers = [], minutes = 90, isCaucus }: Meeting) {
  const input = bookSessionInput.parse({
    disputeId: tale.disputeId,
    kind: isCaucus ? "caucus" : "joint",
    startsAt: startsAt.toISOString(),
    minutes,
    roomId: tale.stage.rooms[room],
    personIds: helpers.map((username) => tale.stage.people[username]),
    partyIds: isCaucus ? tale.partyIds.slice(0, 1) : tale.partyIds,
  });
  const { sessionId } = await bookSession(tale.stage.as("mediator", tale.at), input);
  return { sessionId, startsAt };
}

async function note(tale: Tale, lane: Lane, text: string, side: number | null = null): Promise<void> {
  tale.at = soonAfter(tale.at, 6);
  await writeNote(
    tale.stage.as("mediator", tale.at),
    writeNoteInput.parse({ disputeId: tale.disputeId, lane, side, text }),
  );
}

const station = "柳湾派出所调解室 驻所调解室一";
const community = "江畔社区调解室 社区调解室";
const village = "东岗村微单元 村委会议室";

/** A session today and one next week: the helpers' phones have something to show. */
async function liftAtJinxiu(stage: Stage, now: Date): Promise<void> {
  const tale = await gathered(stage, {
    title: "物业费与电梯停运纠纷",
    place: "锦绣里 3 幢",
    point: "物业纠纷专业调解室",
    names: ["锦绣里 3 幢业主代表 汤桂香", "锦绣物业服务有限公司"],
    risk: "amber",
    at: onDay(now, -6, "09:20"),
  });
  await join(tale, { property: "propertyManager", lawyer: "lawyer" });
  await meet(tale, { startsAt: onDay(now, 0, "14:30"), room: station, helpers: ["property", "lawyer"] });
  await meet(tale, { startsAt: onDay(now, 8, "09:30"), room: community, helpers: ["lawyer"], minutes: 60 });
}

/** A first session adjourned and its record corrected, caucus notes with both sides, the second session tomorrow. */
async function shopInOldStreet(stage: Stage, now: Date): Promise<void> {
  const tale = await gathered(stage, {
    title: "商铺退租押金纠纷",
    place: "老街 12 号",
    point: "老街瞭望哨",
    names: ["欧阳永福", "司徒丽娟"],
    risk: "green",
    at: onDay(now, -12, "10:10"),
    alsoAgreed: ["courtStaff"],
  });
  await join(tale, { lawyer: "lawyer", judge: "courtStaff" });
  const helpers = ["lawyer", "judge"];
  const first = await meet(tale, { startsAt: onDay(now, -5, "15:00"), room: community, helpers });
  await hold(
    tale,
    first,
    "adjourned",
    "双方认可租期还剩四个月。押金一万二，退多少没谈拢；添置的卷帘门怎么折价，约定各自找人估价，下次带来。",
  );
  tale.at = soonAfter(tale.at, 20);
  const text = "双方认可租期还剩三个月。押金一万二，退多少没谈拢；添置的卷帘门怎么折价，约定各自找人估价，下次带来。";
  await correctRecord(
    stage.as("mediator", tale.at),
    correctRecordInput.parse({
      disputeId: tale.disputeId,
      sessionId: first.sessionId,
      basedOn: 1,
      text,
      reason: "剩余租期记成四个月，合同上是三个月",
    }),
  );
  await note(tale, "joint", "双方都同意先把水电费结清。");
  await note(tale, "side", "押金退到八千就肯签，不愿让对方先知道。", 1);
  await note(tale, "side", "急着把铺子转租出去，时间比钱要紧。", 2);
  await note(tale, "mediator", "两边的底线其实只差一千，下次先谈卷帘门。");
  await meet(tale, { startsAt: onDay(now, 1, "10:00"), room: community, helpers });
}

/** Three sessions and a caucus are still one proceeding (S6). */
async function boundaryInDonggang(stage: Stage, now: Date): Promise<void> {
  const tale = await gathered(stage, {
    title: "宅基地边界纠纷",
    place: "东岗村三组",
    point: "东岗村微单元",
    names: ["韦长林", "韦守义"],
    risk: "amber",
    at: onDay(now, -20, "08:50"),
  });
  await join(tale, { town: "townCadre", village: "villageCadre" });
  const helpers = ["town", "village"];
  const first = await meet(tale, { startsAt: onDay(now, -14, "09:00"), room: village, helpers });
  await hold(tale, first, "failed", "界石是谁挪的各说各的，没有谈拢。双方同意请镇里来复测一次。");
  const caucus = await meet(tale, { startsAt: onDay(now, -9, "16:00"), room: village, minutes: 45, isCaucus: true });
  await hold(tale, caucus, "adjourned", "");
  await note(tale, "side", "愿意退三十厘米，但要对方先赔被踩的菜地。", 1);
  const second = await meet(tale, { startsAt: onDay(now, -4, "09:00"), room: village, helpers });
  await hold(
    tale,
    second,
    "adjourned",
    "复测结果当面念了，双方都签了字。退多少还差二十厘米，回去各自商量，三天后再谈。",
  );
  await meet(tale, { startsAt: onDay(now, 2, "09:00"), room: village, helpers });
}

/** Three disputes with sessions today, this week and behind, led by the demo mediator. */
export async function sessionsThisWeek(stage: Stage): Promise<void> {
  const now = new Date();
  await liftAtJinxiu(stage, now);
  await shopInOldStreet(stage, now);
  await boundaryInDonggang(stage, now);
}
