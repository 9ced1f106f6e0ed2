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
import type { DemoCounty } from "./demo-county";
import { matters } from "./matters";
import { hold, noticeAndConsent, type Opening, open, type Scenario } from "./scenario-steps";

type Gathering = Pick<Opening, "place" | "names" | "risk"> & {
  title: string;
  point: string;
  at: Date;
  /** Forces the parties agreed to beyond those of the matter. */
  alsoAgreed?: readonly string[];
};

/** Accepted by the demo mediator, rights told, everyone agreed. */
async function gathered(demo: DemoCounty, { title, point, alsoAgreed = [], ...given }: Gathering): Promise<Scenario> {
  const matter = matters.find((one) => one.title === title);
  if (!matter) throw new Error(`no matter ${title}`);
  const opening: Opening = {
    ...given,
    matter: { ...matter, forces: [...matter.forces, ...alsoAgreed] },
    station: "LW",
    intake: "mediator",
    lead: "mediator",
    track: "peoples",
    pointId: demo.points[point],
    source: "walkIn",
  };
  const scenario = await open(demo, opening);
  await noticeAndConsent(scenario);
  return scenario;
}

async function join(scenario: Scenario, helpers: Readonly<Record<string, string>>): Promise<void> {
  for (const [username, forceCode] of Object.entries(helpers)) {
    const input = sendInvitationInput.parse({
      disputeId: scenario.disputeId,
      personId: scenario.demo.people[username],
      forceCode,
    });
    scenario.at = soonAfter(scenario.at, 5);
    const { invitationId } = await sendInvitation(scenario.demo.as("mediator", scenario.at), input);
    scenario.at = soonAfter(scenario.at, 35);
    await acceptInvitation(scenario.demo.as(username, scenario.at), { invitationId, declaresNoTie: true });
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

async function meet(scenario: Scenario, { startsAt, room, helpers = [], minutes = 90, isCaucus }: Meeting) {
  const input = bookSessionInput.parse({
    disputeId: scenario.disputeId,
    kind: isCaucus ? "caucus" : "joint",
    startsAt: startsAt.toISOString(),
    minutes,
    roomId: scenario.demo.rooms[room],
    personIds: helpers.map((username) => scenario.demo.people[username]),
    partyIds: isCaucus ? scenario.partyIds.slice(0, 1) : scenario.partyIds,
  });
  const { sessionId } = await bookSession(scenario.demo.as("mediator", scenario.at), input);
  return { sessionId, startsAt };
}

async function note(scenario: Scenario, lane: Lane, text: string, side: number | null = null): Promise<void> {
  scenario.at = soonAfter(scenario.at, 6);
  await writeNote(
    scenario.demo.as("mediator", scenario.at),
    writeNoteInput.parse({ disputeId: scenario.disputeId, lane, side, text }),
  );
}

const station = "柳湾派出所调解室 驻所调解室一";
const community = "江畔社区调解室 社区调解室";
const village = "东岗村微单元 村委会议室";

/** A session today and one next week: the helpers' phones have something to show. */
export async function liftAtJinxiu(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  const scenario = await gathered(demo, {
    title: "物业费与电梯停运纠纷",
    place: "锦绣里 3 幢",
    point: "物业纠纷专业调解室",
    names: ["锦绣里 3 幢业主代表 汤桂香", "锦绣物业服务有限公司"],
    risk: "amber",
    at: onDay(now, -6, "09:20"),
  });
  await join(scenario, { property: "propertyManager", lawyer: "lawyer" });
  await meet(scenario, { startsAt: onDay(now, 0, "14:30"), room: station, helpers: ["property", "lawyer"] });
  await meet(scenario, { startsAt: onDay(now, 8, "09:30"), room: community, helpers: ["lawyer"], minutes: 60 });
}

/** A first session adjourned and its record corrected, caucus notes with both sides, the second session tomorrow. */
export async function shopInOldStreet(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  const scenario = await gathered(demo, {
    title: "商铺退租押金纠纷",
    place: "老街 12 号",
    point: "老街瞭望哨",
    names: ["欧阳永福", "司徒丽娟"],
    risk: "green",
    at: onDay(now, -12, "10:10"),
    alsoAgreed: ["courtStaff"],
  });
  await join(scenario, { lawyer: "lawyer", judge: "courtStaff" });
  const helpers = ["lawyer", "judge"];
  const first = await meet(scenario, { startsAt: onDay(now, -5, "15:00"), room: community, helpers });
  await hold(
    scenario,
    first,
    "adjourned",
    "双方认可租期还剩四个月。押金一万二，退多少没谈拢；添置的卷帘门怎么折价，约定各自找人估价，下次带来。",
  );
  scenario.at = soonAfter(scenario.at, 20);
  const text = "双方认可租期还剩三个月。押金一万二，退多少没谈拢；添置的卷帘门怎么折价，约定各自找人估价，下次带来。";
  await correctRecord(
    demo.as("mediator", scenario.at),
    correctRecordInput.parse({
      disputeId: scenario.disputeId,
      sessionId: first.sessionId,
      basedOn: 1,
      text,
      reason: "剩余租期记成四个月，合同上是三个月",
    }),
  );
  await note(scenario, "joint", "双方都同意先把水电费结清。");
  await note(scenario, "side", "押金退到八千就肯签，不愿让对方先知道。", 1);
  await note(scenario, "side", "急着把铺子转租出去，时间比钱要紧。", 2);
  await note(scenario, "mediator", "两边的底线其实只差一千，下次先谈卷帘门。");
  await meet(scenario, { startsAt: onDay(now, 1, "10:00"), room: community, helpers });
}

/** Three sessions and a caucus are still one proceeding (S6). */
export async function boundaryInDonggang(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  const scenario = await gathered(demo, {
    title: "宅基地边界纠纷",
    place: "东岗村三组",
    point: "东岗村微单元",
    names: ["韦长林", "韦守义"],
    risk: "amber",
    at: onDay(now, -20, "08:50"),
  });
  await join(scenario, { town: "townCadre", village: "villageCadre" });
  const helpers = ["town", "village"];
  const first = await meet(scenario, { startsAt: onDay(now, -14, "09:00"), room: village, helpers });
  await hold(scenario, first, "failed", "界石是谁挪的各说各的，没有谈拢。双方同意请镇里来复测一次。");
  const caucus = await meet(scenario, {
    startsAt: onDay(now, -9, "16:00"),
    room: village,
    minutes: 45,
    isCaucus: true,
  });
  await hold(scenario, caucus, "adjourned", "");
  await note(scenario, "side", "愿意退三十厘米，但要对方先赔被踩的菜地。", 1);
  const second = await meet(scenario, { startsAt: onDay(now, -4, "09:00"), room: village, helpers });
  await hold(
    scenario,
    second,
    "adjourned",
    "复测结果当面念了，双方都签了字。退多少还差二十厘米，回去各自商量，三天后再谈。",
  );
  await meet(scenario, { startsAt: onDay(now, 2, "09:00"), room: village, helpers });
}
