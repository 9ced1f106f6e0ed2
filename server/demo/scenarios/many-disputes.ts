import { giveNotice } from "../../consents/give-notice";
import { recordRefusal } from "../../consents/record-refusal";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { endProceeding } from "../../disputes/end-proceeding";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { sendInvitation } from "../../invitations/send-invitation";
import { demoPeople } from "../people";
import { onDay, soonAfter } from "./clock";
import type { DemoCounty } from "./demo-county";
import { givenNames, matters, streets, surnames } from "./matters";
import { type RepeatableRandom, repeatableRandom } from "./repeatable-random";
import { close, draft, effect, keep, sign, visit } from "./scenario-ending";
import { book, find, hold, noticeAndConsent, type Opening, open, register, type Scenario } from "./scenario-steps";

interface Team {
  mediators: readonly string[];
  officer: string;
  committee: string;
  room: string;
}
const teams: Readonly<Record<string, Team>> = {
  LW: {
    mediators: ["mediator", "mediator", "mediator2"],
    officer: "officer",
    committee: "committee",
    room: "柳湾派出所调解室 驻所调解室二",
  },
  DG: { mediators: ["mediator3"], officer: "officer3", committee: "committee2", room: "东关派出所调解室 驻所调解室" },
  WC: { mediators: ["mediator4"], officer: "officer4", committee: "committee3", room: "文昌派出所调解室 驻所调解室" },
};

/** Invites one person of each force the matter calls for; most accept within hours. Gives those who did. */
async function invite(scenario: Scenario, random: RepeatableRandom): Promise<string[]> {
  const joined: string[] = [];
  for (const forceCode of scenario.matter.forces) {
    const able = demoPeople.filter((person) => person.forces?.includes(forceCode));
    const chosen = random.pick(able);
    const personId = scenario.demo.people[chosen.username];
    if (!personId) continue;
    const sentAt = soonAfter(scenario.at, 5);
    const { invitationId } = await sendInvitation(scenario.demo.as(scenario.lead, sentAt), {
      disputeId: scenario.disputeId,
      personId,
      forceCode,
      roleAsked: "",
      answerBy: null,
      replacesId: null,
      despite: "",
    });
    scenario.at = sentAt;
    const answerAt = soonAfter(sentAt, 20 + random.below(300));
    if (random.in100(84)) {
      await acceptInvitation(scenario.demo.as(chosen.username, answerAt), { invitationId, declaresNoTie: true });
      joined.push(personId);
      scenario.at = answerAt;
    } else if (random.in100(70)) {
      await declineInvitation(scenario.demo.as(chosen.username, answerAt), {
        invitationId,
        reason: random.pick(["busy", "away", "notMyField"] as const),
        note: "",
      });
    }
  }
  return joined;
}

/** People's mediation up to the end of its last session. */
async function mediate(scenario: Scenario, random: RepeatableRandom, team: Team, agreed: boolean): Promise<void> {
  await noticeAndConsent(scenario);
  const helpers = await invite(scenario, random);
  const roomId = scenario.demo.rooms[team.room] ?? "";
  const rounds = 1 + (random.in100(30) ? 1 : 0);
  for (let round = 1; round <= rounds; round += 1) {
    const session = await book(scenario, roomId, helpers, 1 + random.below(4));
    const last = round === rounds;
    const words =
      last && agreed ? "双方就方案达成一致。" : last ? "双方分歧较大，没有达成一致。" : "双方各自陈述，约定下次再谈。";
    await hold(
      scenario,
      session,
      last ? (agreed ? "agreed" : "failed") : "adjourned",
      `${scenario.matter.facts}${words}`,
    );
  }
}

/** One finished or running story of people's mediation. `now` stops those that have not come so far. */
async function peoples(scenario: Scenario, random: RepeatableRandom, team: Team, now: Date): Promise<void> {
  const course = random.below(100);
  const { disputeId, demo, lead } = scenario;
  if (course < 6) {
    scenario.at = soonAfter(scenario.at, 60);
    await giveNotice(demo.as(lead, scenario.at), { disputeId, partyIds: [], means: "read" });
    scenario.at = soonAfter(scenario.at, 60);
    await recordRefusal(demo.as(lead, scenario.at), {
      disputeId,
      partyId: scenario.partyIds[1] ?? "",
      reason: "想直接走法院",
      routesTold: ["court", "arbitration"],
    });
    return;
  }
  const agreed = course < 88;
  await mediate(scenario, random, team, agreed);
  if (!agreed) {
    scenario.at = soonAfter(scenario.at, 40);
    await endProceeding(demo.as(lead, scenario.at), {
      disputeId,
      outcome: random.pick(["deadlock", "deadlock", "settledWithdrawn"] as const),
      reason: "分歧较大，双方愿走其他途径",
      routesTold: ["court"],
    });
    scenario.at = onDay(scenario.at, 3, "15:30");
    if (scenario.at < now) await archiveProceeding(demo.as(lead, scenario.at), { disputeId, retention: "short" });
    return;
  }
  const isOral = random.in100(10);
  await draft(scenario, isOral ? "oral" : "written", 3 + random.below(25));
  if (isOral) await effect(scenario);
  else await sign(scenario, team.committee);
  if (random.in100(5)) return;
  const keptAfter = random.in100(15) ? 0 : 2 + random.below(26);
  if (onDay(scenario.at, keptAfter, "18:00") > now) return;
  await keep(scenario, keptAfter);
  const visitAfter = 5 + random.below(25);
  if (onDay(scenario.at, visitAfter + 3, "18:00") > now) return;
  await visit(
    scenario,
    visitAfter,
    random.pick(["satisfied", "satisfied", "satisfied", "fair", "dissatisfied"] as const),
  );
  await close(scenario, true);
}

/** Where a young dispute stands today, from freshly taken in to waiting for the seal. */
async function running(scenario: Scenario, random: RepeatableRandom, team: Team): Promise<void> {
  const reach = random.below(5);
  if (reach === 0) return;
  await noticeAndConsent(scenario);
  if (reach === 1) return;
  const helpers = await invite(scenario, random);
  if (reach === 2) return;
  const session = await book(scenario, scenario.demo.rooms[team.room] ?? "", helpers, 1);
  if (session.startsAt.getTime() + 2 * 3_600_000 > scenario.demo.now.getTime()) return;
  await hold(scenario, session, reach === 3 ? "adjourned" : "agreed", `${scenario.matter.facts}双方各自陈述。`);
  if (reach === 3) return;
  await draft(scenario, "written", 20);
}

function opening(demo: DemoCounty, random: RepeatableRandom, at: Date): Opening {
  const station = random.in100(56) ? "LW" : random.in100(58) ? "DG" : "WC";
  const code = demo.stations[station] ? station : "LW";
  const team = teams[code];
  const [street, point] = random.pick(streets[code] ?? []);
  if (!team) throw new Error("no team");
  const track = random.in100(84) ? "peoples" : random.pick(["onScene", "publicSecurity", "coordination"] as const);
  const mediator = random.pick(team.mediators);
  const person = () => random.pick(surnames) + random.pick(givenNames);
  return {
    matter: random.pick(matters),
    station: code,
    intake: track === "peoples" || track === "coordination" ? mediator : team.officer,
    lead: track === "peoples" || track === "coordination" ? mediator : team.officer,
    track,
    place: `${street} ${1 + random.below(12)} 号楼 ${1 + random.below(4)} 单元 ${1 + random.below(6)}0${1 + random.below(3)}`,
    pointId: point ? demo.points[point] : undefined,
    names: [person(), person()],
    at,
    source: random.pick([
      "walkIn",
      "walkIn",
      "walkIn",
      "phone",
      "policeCall",
      "policeCall",
      "grid",
      "ownInitiative",
      "courtReferral",
    ] as const),
    risk: random.in100(12) ? "amber" : random.in100(3) ? "red" : "green",
  };
}

/** Police mediation: one session, an agreement without seal, performed. */
async function publicSecurity(scenario: Scenario, random: RepeatableRandom, team: Team, now: Date): Promise<void> {
  await find(scenario);
  await noticeAndConsent(scenario);
  const session = await book(scenario, scenario.demo.rooms[team.room] ?? "", [], 1);
  if (session.startsAt > now) return;
  await hold(scenario, session, "agreed", "双方当场和解。");
  await draft(scenario, "written", 5);
  await sign(scenario, null);
  await effect(scenario);
  if (onDay(scenario.at, 3, "18:00") > now) return;
  await keep(scenario, random.below(3));
  await close(scenario, random.in100(80));
}

/** Believable disputes over two years, told through the real verbs; for one moment the same on every machine. */
export async function manyDisputes(
  demo: DemoCounty,
  cases: number,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const random = repeatableRandom(20_260_117);
  const now = new Date(demo.now.getTime() - 3_600_000);
  const ages = Array.from({ length: cases }, (_, i) =>
    i < cases * 0.16 ? 1 + random.below(9) : 30 + random.below(690),
  ).sort((a, b) => b - a);
  for (const [i, age] of ages.entries()) {
    const start = opening(
      demo,
      random,
      onDay(now, -age, `${String(9 + random.below(8)).padStart(2, "0")}:${String(random.below(60)).padStart(2, "0")}`),
    );
    const team = teams[start.station];
    if (!team) continue;
    if (age < 4 && random.in100(25)) await register(demo, start);
    else {
      const scenario = await open(demo, start);
      if (start.track === "peoples")
        await (age < 10 ? running(scenario, random, team) : peoples(scenario, random, team, now));
      else if (start.track === "publicSecurity") await publicSecurity(scenario, random, team, now);
      else if (age > 8) await close(scenario, random.in100(90));
    }
    if ((i + 1) % 20 === 0) onProgress(i + 1, cases);
  }
}
