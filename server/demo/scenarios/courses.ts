import { recordRefusal } from "../../consents/record-refusal";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { endProceeding } from "../../disputes/end-proceeding";
import { reopenDispute } from "../../disputes/reopen-dispute";
import { acceptTransfer } from "../../handovers/accept-transfer";
import { offerTransferInput } from "../../handovers/inputs";
import { offerTransfer } from "../../handovers/offer-transfer";
import { recordTransferAnswer } from "../../handovers/record-transfer-answer";
import { recordBreach } from "../../performance/record-breach";
import { urgePerformance } from "../../performance/urge-performance";
import { dayIn, onDay, soonAfter, workMoment } from "./clock";
import { attemptsBefore, isOfLabour, reasonsOfEnds, reasonsOfRefusals } from "./ends";
import type { RepeatableRandom } from "./repeatable-random";
import { beginSigning, close, draft, effect, keep, owedOf, sign, visit } from "./scenario-ending";
import { goOn, noticeAndConsent, type Scenario, speakerIn, tell } from "./scenario-steps";
import { mediate, talk } from "./talks";
import { type Team, teams } from "./teams";
import { visitNote } from "./visit-notes";

/** One finished or running story of people's mediation; `now` stops what has not come so far. */
export interface Course {
  /** From 0 to 99, each as often as the next: how it goes. */
  chance: number;
  scenario: Scenario;
  random: RepeatableRandom;
  team: Team;
  now: Date;
}

/** How people's mediation goes, in parts of a hundred. */
const courses: readonly (readonly [upTo: number, tell: (course: Course) => Promise<void>])[] = [
  [5, refused],
  [12, failed],
  [14, notReached],
  [17, againAndAgreed],
  [20, unsigned],
  [23, transferred],
  [25, referred],
  [28, inBreach],
  [32, inPart],
  [40, orally],
  [44, onPart],
  [100, agreed],
];

export async function peoples(course: Course): Promise<void> {
  await courses.find(([upTo]) => course.chance < upTo)?.[1](course);
}

const as = ({ scenario }: Course) => scenario.demo.as(scenario.lead, scenario.at);

async function refused(course: Course): Promise<void> {
  const { scenario, random, now } = course;
  const partyId = scenario.partyIds[1] ?? "";
  await tell(scenario);
  await goOn(scenario, soonAfter(scenario.at, 60));
  await recordRefusal(as(course), {
    disputeId: scenario.disputeId,
    partyId,
    spokenByLinkId: speakerIn(scenario, partyId),
    reason: random.pick(reasonsOfRefusals(scenario.matter)),
    routesTold: ["court", "arbitration"],
  });
  await file(course, 4, now);
}

async function failed(course: Course): Promise<void> {
  const { scenario, random, team, now } = course;
  await mediate(scenario, random, team, false);
  await end(course, random.pick(["deadlock", "deadlock", "settledWithdrawn"] as const));
  await file(course, 3, now);
}

/** Nobody answers under what the other side left: neither the phone nor the door. */
async function notReached(course: Course): Promise<void> {
  const { scenario, now } = course;
  await goOn(scenario, onDay(scenario.at, 6, "11:10"));
  await end(course, "unreachable");
  await file(course, 3, now);
}

/** Handed to a body outside, which took it. */
export async function referred(course: Course): Promise<void> {
  const { scenario, now } = course;
  const [body, reason, source] = isOfLabour(scenario.matter)
    ? ["县劳动人事争议仲裁院", "双方要求走劳动仲裁，工时证据要由仲裁调取", "仲裁院受理通知书"]
    : ["县人民法院立案庭", "一方已准备起诉，双方同意转法院诉前调解", "法院诉前调解登记回执"];
  const { disputeId } = scenario;
  await goOn(scenario, soonAfter(scenario.at, 120));
  const { transferId } = await offerTransfer(as(course), offerTransferInput.parse({ disputeId, to: { body }, reason }));
  await goOn(scenario, onDay(scenario.at, 3, "14:40"));
  await recordTransferAnswer(as(course), {
    ...{ disputeId, transferId, isAccepted: true, source, reason: "" },
    answeredOn: dayIn(scenario.at),
  });
  await file(course, 2, now);
}

/** Failed, taken up again some weeks later, and agreed the second time. */
async function againAndAgreed(course: Course): Promise<void> {
  const { scenario, random, team, now } = course;
  await mediate(scenario, random, team, false);
  await end(course, "deadlock");
  await file(course, 3, now);
  if (onDay(scenario.at, 40, "09:20") > now) return;
  await goOn(scenario, onDay(scenario.at, 16 + random.below(10), "09:20"));
  await reopenDispute(as(course), { disputeId: scenario.disputeId, reason: "双方愿意再谈一次" });
  await noticeAndConsent(scenario);
  await talk({ ...scenario, matter: { ...scenario.matter, forces: [] } }, random, team, true);
  await fulfil(course, "written");
}

/** Agreed in the session, and not signed in the end. */
async function unsigned(course: Course): Promise<void> {
  const { scenario, random, team, now } = course;
  await mediate(scenario, random, team, true);
  await draft(scenario, "written", 20);
  await beginSigning(scenario);
  await goOn(scenario, onDay(scenario.at, 6, "10:30"));
  if (scenario.at > now) return;
  await end(course, "unsigned");
  await file(course, 3, now);
}

/** Handed to the station where it belongs, which takes it to its end. */
async function transferred(course: Course): Promise<void> {
  const { scenario, now } = course;
  const [code, to] = Object.entries(teams).find(([other]) => other !== scenario.station) ?? [];
  const [stationId, committeeId] = [scenario.demo.stations[code ?? ""], scenario.demo.committees[code ?? ""]];
  if (!code || !to || !stationId || !committeeId || onDay(scenario.at, 30, "09:00") > now) return agreed(course);
  await goOn(scenario, soonAfter(scenario.at, 90));
  const { transferId } = await offerTransfer(
    as(course),
    offerTransferInput.parse({
      disputeId: scenario.disputeId,
      to: { stationId, committeeId },
      reason: "申请人在那边上班，到那边调解方便，双方都同意",
    }),
  );
  await goOn(scenario, onDay(scenario.at, 1, "10:20"));
  const [lead] = to.mediators;
  if (!lead) return;
  const { lead: before, proceedingId } = scenario;
  await acceptTransfer(scenario.demo.as(to.committee, scenario.at), {
    disputeId: scenario.disputeId,
    transferId,
    leadPersonId: scenario.demo.people[lead] ?? "",
    note: "",
  });
  Object.assign(scenario, { lead, station: code });
  await goOn(scenario, soonAfter(scenario.at, 40));
  await archiveProceeding(scenario.demo.as(before, scenario.at), {
    ...{ disputeId: scenario.disputeId, proceedingId, retention: "short" },
  });
  await agreed({ ...course, team: to });
}

/** In force, due, urged and not kept: the obligee is told what they can do. */
async function inBreach(course: Course): Promise<void> {
  const { scenario, random, team, now } = course;
  await mediate(scenario, random, team, true);
  await draft(scenario, "written", 12);
  await sign(scenario, team.committee);
  if (onDay(scenario.at, 26, "09:00") > now) return;
  await urge(course, 15);
  await endInBreach(course, "breached", "催过两次，答应了没有做到");
}

/** The breach is recorded, the obligee is told what they can do, and some days later the matter is over. */
async function endInBreach(course: Course, outcome: "breached" | "partlyPerformed", note: string): Promise<void> {
  const { scenario, now } = course;
  const owed = await owedOf(scenario);
  await goOn(scenario, workMoment(onDay(scenario.at, 8, "09:30")));
  await recordBreach(as(course), {
    disputeId: scenario.disputeId,
    obligationId: owed.id,
    partyId: scenario.partyIds[1] ?? "",
    breachedOn: dayIn(onDay(scenario.at, -1, "12:00")),
    note,
    remediesTold: ["confirmation", "suit"],
  });
  await goOn(scenario, workMoment(onDay(scenario.at, 10, "10:00")));
  await end(course, outcome);
  await file(course, 3, now);
}

/** Paid in part, the rest late and urged. */
async function inPart(course: Course): Promise<void> {
  const { scenario, random, team, now } = course;
  const { kind, yuan = 0 } = scenario.matter.promise;
  if (kind !== "pay") return agreed(course);
  await mediate(scenario, random, team, true);
  await draft(scenario, "written", 12);
  await sign(scenario, team.committee);
  if (onDay(scenario.at, 8, "18:00") > now) return;
  const half = Math.floor(yuan / 2);
  await keep(scenario, 6, half);
  if (onDay(scenario.at, 9, "18:00") > now) return;
  await urge(course, 9);
  if (course.chance % 2) return endInBreach(course, "partlyPerformed", "付了一半，余下的催过，说没有钱了");
  await atLast(course, yuan - half);
}

/** What was late is kept in the end, unless it is late of late; then the visit, and the archive. */
async function atLast(course: Course, yuan?: number): Promise<void> {
  const { scenario, now } = course;
  if (onDay(scenario.at, 60, "18:00") > now) return;
  await keep(scenario, 24, yuan);
  await visit(scenario, 14, "fair", visitNote("fair", scenario.matter, course.random));
  await close(scenario, true);
}

async function orally(course: Course): Promise<void> {
  const { scenario, random, team } = course;
  await mediate(scenario, random, team, true);
  await fulfil(course, "oral");
}

/** Agreed in writing, and kept. */
export async function agreed(course: Course): Promise<void> {
  const { scenario, random, team } = course;
  await mediate(scenario, random, team, true);
  await fulfil(course, "written");
}

/** Agreed on what can be agreed; the rest the parties leave to the court. */
async function onPart(course: Course): Promise<void> {
  const { scenario, random, team } = course;
  await mediate(scenario, random, team, true);
  await fulfil(course, "written", "partial");
}

/** From the agreement to the archive, as far as it has come. */
async function fulfil(course: Course, form: "written" | "oral", outcome?: "partial"): Promise<void> {
  const { scenario, random, team, now } = course;
  const dueIn = 3 + random.below(25);
  await draft(scenario, form, dueIn);
  if (form === "oral") await effect(scenario);
  else await sign(scenario, team.committee);
  const isLate = random.in100(5);
  if (isLate) {
    if (onDay(scenario.at, dueIn + 3, "18:00") > now) return;
    await urge(course, dueIn + 2);
    return atLast(course);
  }
  const keptAfter = random.in100(15) ? 0 : Math.min(dueIn, 2 + random.below(26));
  if (onDay(scenario.at, keptAfter, "18:00") > now) return;
  await keep(scenario, keptAfter);
  const visitAfter = 5 + random.below(25);
  if (onDay(scenario.at, visitAfter + 3, "18:00") > now) return;
  const contentment = random.below(100);
  const satisfaction = contentment < 74 ? "satisfied" : contentment < 93 ? "fair" : "dissatisfied";
  await visit(scenario, visitAfter, satisfaction, visitNote(satisfaction, scenario.matter, random));
  await close(scenario, true, outcome && { outcome, note: "谈成的都做到了，其余的双方愿意由法院处理" });
}

async function urge(course: Course, days: number): Promise<void> {
  const { scenario, random } = course;
  await goOn(scenario, onDay(scenario.at, days, "09:40"));
  const owed = await owedOf(scenario);
  await urgePerformance(as(course), {
    disputeId: scenario.disputeId,
    obligationId: owed.id,
    note: random.pick([
      "打电话催了，答应周末办",
      scenario.matter.promise.kind === "pay" ? "上门催了，说手头紧，月底前付" : "上门催了，说这几天忙，月底前做",
      "发了短信，回复尽快",
    ]),
  });
}

type Ended = "deadlock" | "settledWithdrawn" | "unsigned" | "unreachable" | "breached" | "partlyPerformed";

async function end(course: Course, outcome: Ended): Promise<void> {
  const { scenario } = course;
  await goOn(scenario, soonAfter(scenario.at, 40));
  const partyId = scenario.partyIds[0] ?? "";
  await endProceeding(as(course), {
    disputeId: scenario.disputeId,
    outcome,
    reason: reasonsOfEnds[outcome],
    routesTold: ["court"],
    saidBy:
      outcome === "settledWithdrawn"
        ? { partyId, spokenByLinkId: speakerIn(scenario, partyId), means: "spoken" }
        : null,
    attempts: outcome === "unreachable" ? attemptsBefore(scenario.at, scenario.partyIds.at(-1) ?? "") : [],
  });
}

export async function file(course: Course, days: number, now: Date): Promise<void> {
  const { scenario } = course;
  if (onDay(scenario.at, days, "15:30") > now) return;
  await goOn(scenario, workMoment(onDay(scenario.at, days, "15:30")));
  await archiveProceeding(as(course), { disputeId: scenario.disputeId, retention: "short" });
}
