import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { sendInvitation } from "../../invitations/send-invitation";
import { demoPeople } from "../people";
import { soonAfter } from "./clock";
import type { RepeatableRandom } from "./repeatable-random";
import { book, goOn, hold, noticeAndConsent, type Scenario } from "./scenario-steps";
import type { Team } from "./teams";

/** Invites one person of each force the matter calls for; most accept within hours. Gives those who did. */
export async function invite(scenario: Scenario, random: RepeatableRandom): Promise<string[]> {
  const joined: string[] = [];
  for (const forceCode of scenario.matter.forces) {
    const able = demoPeople.filter((person) => person.forces?.includes(forceCode));
    const chosen = random.pick(able);
    const personId = scenario.demo.people[chosen.username];
    if (!personId) continue;
    await goOn(scenario, soonAfter(scenario.at, 5));
    const sentAt = scenario.at;
    const { invitationId } = await sendInvitation(scenario.demo.as(scenario.lead, sentAt), {
      disputeId: scenario.disputeId,
      personId,
      forceCode,
      roleAsked: "",
      answerBy: null,
      replacesId: null,
      despite: "",
    });
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

const lastWords = {
  agreed: ["双方就方案达成一致。", "话说开了，各让一步，当场谈成。", "分开谈了两轮，对上了数，谈成。"],
  failed: ["双方分歧较大，没有达成一致。", "对责任说法不同，谁也不肯让，没有谈成。"],
  adjourned: ["双方各自陈述，约定下次再谈。", "先看现场，下次带上票据再谈。"],
} as const;

/** People's mediation from the notice of rights to the end of its last session. */
export async function mediate(
  scenario: Scenario,
  random: RepeatableRandom,
  team: Team,
  agreed: boolean,
): Promise<void> {
  await noticeAndConsent(scenario);
  await talk(scenario, random, team, agreed);
}

/** Helpers are asked, and one or two sessions held. */
export async function talk(scenario: Scenario, random: RepeatableRandom, team: Team, agreed: boolean): Promise<void> {
  const helpers = await invite(scenario, random);
  const roomId = scenario.demo.rooms[team.room] ?? "";
  const rounds = 1 + (random.in100(30) ? 1 : 0);
  for (let round = 1; round <= rounds; round += 1) {
    const session = await book(scenario, roomId, helpers, 1 + random.below(4));
    const result = round < rounds ? "adjourned" : agreed ? "agreed" : "failed";
    await hold(scenario, session, result, `${scenario.matter.facts}${random.pick(lastWords[result])}`);
  }
}
