import { giveNotice } from "../../consents/give-notice";
import { recordRefusal } from "../../consents/record-refusal";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { endProceeding } from "../../disputes/end-proceeding";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { sendInvitation } from "../../invitations/send-invitation";
import { demoPeople } from "../people";
import { type Chance, chance } from "./chance";
import { onDay, soonAfter } from "./clock";
import { givenNames, matters, streets, surnames } from "./matters";
import type { Stage } from "./stage";
import { book, hold, noticeAndConsent, type Opening, open, register, type Tale } from "./tale";
import { close, draft, effect, keep, sign, visit } from "./tale-end";

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
async function invite(tale: Tale, luck: Chance): Promise<string[]> {
  const joined: string[] = [];
  for (const forceCode of tale.matter.forces) {
    const able = demoPeople.filter((person) => person.forces?.includes(forceCode));
    const chosen = luck.pick(able);
    const personId = tale.stage.people[chosen.username];
    if (!personId) continue;
    const sentAt = soonAfter(tale.at, 5);
    const { invitationId } = await sendInvitation(tale.stage.as(tale.lead, sentAt), {
      disputeId: tale.disputeId,
      personId,
      forceCode,
      roleAsked: "",
      answerBy: null,
      replacesId: null,
    });
    tale.at = sentAt;
    const answerAt = soonAfter(sentAt, 20 + luck.below(300));
    if (luck.in100(84)) {
      await acceptInvitation(tale.stage.as(chosen.username, answerAt), { invitationId, declaresNoTie: true });
      joined.push(personId);
      tale.at = answerAt;
    } else if (luck.in100(70)) {
      await declineInvitation(tale.stage.as(chosen.username, answerAt), {
        invitationId,
        reason: luck.pick(["busy", "away", "notMyField"] as const),
        note: "",
      });
    }
  }
  return joined;
}

/** People's mediation up to the end of its last session. */
async function mediate(tale: Tale, luck: Chance, team: Team, agreed: boolean): Promise<void> {
  await noticeAndConsent(tale);
  const helpers = await invite(tale, luck);
  const roomId = tale.stage.rooms[team.room] ?? "";
  const rounds = 1 + (luck.in100(30) ? 1 : 0);
  for (let round = 1; round <= rounds; round += 1) {
    const session = await book(tale, roomId, helpers, 1 + luck.below(4));
    const last = round === rounds;
    const words =
      last && agreed ? "双方就方案达成一致。" : last ? "双方分歧较大，没有达成一致。" : "双方各自陈述，约定下次再谈。";
    await hold(tale, session, last ? (agreed ? "agreed" : "failed") : "adjourned", `${tale.matter.facts}${words}`);
  }
}

/** One finished or running story of people's mediation. `now` stops those that have not come so far. */
async function peoples(tale: Tale, luck: Chance, team: Team, now: Date): Promise<void> {
  const fate = luck.below(100);
  const { disputeId, stage, lead } = tale;
  if (fate < 6) {
    tale.at = soonAfter(tale.at, 60);
    await giveNotice(stage.as(lead, tale.at), { disputeId, partyIds: [], means: "read" });
    tale.at = soonAfter(tale.at, 60);
    await recordRefusal(stage.as(lead, tale.at), {
      disputeId,
      partyId: tale.partyIds[1] ?? "",
      reason: "想直接走法院",
      routesTold: ["court", "arbitration"],
    });
    return;
  }
  const agreed = fate < 88;
  await mediate(tale, luck, team, agreed);
  if (!agreed) {
    tale.at = soonAfter(tale.at, 40);
    await endProceeding(stage.as(lead, tale.at), {
      disputeId,
      outcome: luck.pick(["deadlock", "deadlock", "settledWithdrawn"] as const),
      reason: "分歧较大，双方愿走其他途径",
      routesTold: ["court"],
    });
    tale.at = onDay(tale.at, 3, "15:30");
    if (tale.at < now) await archiveProceeding(stage.as(lead, tale.at), { disputeId, retention: "short" });
    return;
  }
  const isOral = luck.in100(10);
  await draft(tale, isOral ? "oral" : "written", 3 + luck.below(25));
  if (isOral) await effect(tale);
  else await sign(tale, team.committee);
  if (luck.in100(5)) return;
  const keptAfter = luck.in100(15) ? 0 : 2 + luck.below(26);
  if (onDay(tale.at, keptAfter, "18:00") > now) return;
  await keep(tale, keptAfter);
  const visitAfter = 5 + luck.below(25);
  if (onDay(tale.at, visitAfter + 3, "18:00") > now) return;
  await visit(tale, visitAfter, luck.pick(["satisfied", "satisfied", "satisfied", "fair", "dissatisfied"] as const));
  await close(tale, true);
}

/** Where a young dispute stands today, from freshly taken in to waiting for the seal. */
async function running(tale: Tale, luck: Chance, team: Team): Promise<void> {
  const reach = luck.below(5);
  if (reach === 0) return;
  await noticeAndConsent(tale);
  if (reach === 1) return;
  const helpers = await invite(tale, luck);
  if (reach === 2) return;
  const session = await book(tale, tale.stage.rooms[team.room] ?? "", helpers, 1);
  if (session.startsAt.getTime() + 2 * 3_600_000 > Date.now()) return;
  await hold(tale, session, reach === 3 ? "adjourned" : "agreed", `${tale.matter.facts}双方各自陈述。`);
  if (reach === 3) return;
  await draft(tale, "written", 20);
}

function opening(stage: Stage, luck: Chance, at: Date): Opening {
  const station = luck.in100(56) ? "LW" : luck.in100(58) ? "DG" : "WC";
  const code = stage.stations[station] ? station : "LW";
  const team = teams[code];
  const [street, point] = luck.pick(streets[code] ?? []);
  if (!team) throw new Error("no team");
  const track = luck.in100(84) ? "peoples" : luck.pick(["onScene", "publicSecurity", "coordination"] as const);
  const mediator = luck.pick(team.mediators);
  const person = () => luck.pick(surnames) + luck.pick(givenNames);
  return {
    matter: luck.pick(matters),
    station: code,
    intake: track === "peoples" || track === "coordination" ? mediator : team.officer,
    lead: track === "peoples" || track === "coordination" ? mediator : team.officer,
    track,
    place: `${street} ${1 + luck.below(12)} 号楼 ${1 + luck.below(4)} 单元 ${1 + luck.below(6)}0${1 + luck.below(3)}`,
    pointId: point ? stage.points[point] : undefined,
    names: [person(), person()],
    at,
    source: luck.pick([
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
    risk: luck.in100(12) ? "amber" : luck.in100(3) ? "red" : "green",
  };
}

/** Police mediation: one session, an agreement without seal, performed. */
async function publicSecurity(tale: Tale, luck: Chance, team: Team, now: Date): Promise<void> {
  const session = await book(tale, tale.stage.rooms[team.room] ?? "", [], 1);
  if (session.startsAt > now) return;
  await hold(tale, session, "agreed", "双方当场和解。");
  await draft(tale, "written", 5);
  await sign(tale, null);
  await effect(tale);
  if (onDay(tale.at, 3, "18:00") > now) return;
  await keep(tale, luck.below(3));
  await close(tale, luck.in100(80));
}

/** Believable disputes over two years, told through the real verbs; the same on every machine but for the date. */
export async function crowd(
  stage: Stage,
  cases: number,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const luck = chance(20_260_117);
  const now = new Date(Date.now() - 3_600_000);
  const ages = Array.from({ length: cases }, (_, i) =>
    i < cases * 0.16 ? 1 + luck.below(9) : 30 + luck.below(690),
  ).sort((a, b) => b - a);
  for (const [i, age] of ages.entries()) {
    const start = opening(
      stage,
      luck,
      onDay(now, -age, `${String(9 + luck.below(8)).padStart(2, "0")}:${String(luck.below(60)).padStart(2, "0")}`),
    );
    const team = teams[start.station];
    if (!team) continue;
    if (age < 4 && luck.in100(25)) await register(stage, start);
    else {
      const tale = await open(stage, start);
      if (start.track === "peoples") await (age < 10 ? running(tale, luck, team) : peoples(tale, luck, team, now));
      else if (start.track === "publicSecurity") await publicSecurity(tale, luck, team, now);
      else if (age > 8) await close(tale, luck.in100(90));
    }
    if ((i + 1) % 20 === 0) onProgress(i + 1, cases);
  }
}
