import { onDay, soonAfter } from "@/server/demo/scenarios/clock";
import { matters } from "@/server/demo/scenarios/matters";
import { close, draft, effect, keep, sign, visit } from "@/server/demo/scenarios/scenario-ending";
import {
  book,
  hold,
  noticeAndConsent,
  type Opening,
  type Scenario,
  speakerIn,
} from "@/server/demo/scenarios/scenario-steps";
import { archiveProceeding } from "@/server/disputes/archive-proceeding";
import { endProceeding } from "@/server/disputes/end-proceeding";
import { acceptInvitation } from "@/server/invitations/accept-invitation";
import { declineInvitation } from "@/server/invitations/decline-invitation";
import { sendInvitation } from "@/server/invitations/send-invitation";
import type { Scene } from "./story-scene";

/** How one dispute goes, played once through the verbs. `weight` is its share among finished or open ones. */
export interface Story {
  name: string;
  weight: number;
  isOpen?: true;
  /** Plays it and gives the dispute's id. */
  play(scene: Scene, words: StoryWords): Promise<string>;
}

/** Words that each dispute has for itself; those of a played story stand in for the others'. */
export interface StoryWords {
  street: string;
  place: string;
  names: readonly [string, string, string];
  phone: string;
  callNumber: string;
  idNumber: string;
  agentPhone: string;
}

type Track = Opening["track"];
export interface Start {
  matter: number;
  daysAgo: number;
  time: string;
  track?: Track;
  source?: Opening["source"];
  risk?: Opening["risk"];
}

export const start = (
  scene: Scene,
  words: StoryWords,
  { matter, daysAgo, time, track = "peoples", source = "walkIn", risk = "green" }: Start,
): Opening => {
  const chosen = matters[matter % matters.length];
  if (!chosen) throw new Error("no such matter");
  const who = track === "peoples" || track === "coordination" ? "mediator" : "officer";
  return {
    matter: chosen,
    station: scene.station.code,
    intake: who,
    lead: who,
    track,
    place: words.place,
    pointId: scene.station.points[1]?.id,
    names: [words.names[0], words.names[1]],
    at: scene.daysAgo(daysAgo, time),
    source,
    risk,
  };
};

/** Asks one helper of each force that the matter calls for; the second of two declines when told so. */
export async function invite(scenario: Scenario, { oneDeclines = false, nth = 1 } = {}): Promise<string[]> {
  const joined: string[] = [];
  for (const [index, forceCode] of scenario.matter.forces.entries()) {
    const name = `${forceCode}${nth}`;
    const personId = scenario.demo.people[name];
    if (!personId) continue;
    scenario.at = soonAfter(scenario.at, 5);
    const { invitationId } = await sendInvitation(scenario.demo.as(scenario.lead, scenario.at), {
      disputeId: scenario.disputeId,
      personId,
      forceCode,
      roleAsked: "",
      answerBy: null,
      replacesId: null,
      despite: "",
    });
    const answerAt = soonAfter(scenario.at, 45);
    if (oneDeclines && index > 0) {
      await declineInvitation(scenario.demo.as(name, answerAt), { invitationId, reason: "busy", note: "" });
    } else {
      await acceptInvitation(scenario.demo.as(name, answerAt), { invitationId, declaresNoTie: true });
      joined.push(personId);
    }
    scenario.at = answerAt;
  }
  return joined;
}

export const roomOf = (scenario: Scenario) => Object.values(scenario.demo.rooms)[0] ?? "";

export async function mediate(
  scenario: Scenario,
  result: "agreed" | "failed",
  { rounds = 1, ...asked }: { rounds?: number; oneDeclines?: boolean; nth?: number } = {},
): Promise<void> {
  await noticeAndConsent(scenario);
  const helpers = await invite(scenario, asked);
  for (let round = 1; round <= rounds; round += 1) {
    const session = await book(scenario, roomOf(scenario), helpers, 1 + round);
    const isLast = round === rounds;
    await hold(scenario, session, isLast ? result : "adjourned", `${scenario.matter.facts}双方各自陈述。`);
  }
}

/** From a written or oral agreement to the archive. */
export async function fulfil(scenario: Scenario, form: "written" | "oral", sealedBy: string | null): Promise<void> {
  await draft(scenario, form, 20);
  if (form === "oral") await effect(scenario);
  else await sign(scenario, sealedBy);
  if (scenario.lead === "officer") await effect(scenario);
  await keep(scenario, 6);
  if (scenario.lead === "mediator") await visit(scenario, 5, "satisfied");
  await close(scenario, true);
}

export async function end(scenario: Scenario, outcome: "deadlock" | "settledWithdrawn"): Promise<void> {
  const { disputeId, demo, lead, partyIds } = scenario;
  const partyId = partyIds[0] ?? "";
  scenario.at = soonAfter(scenario.at, 40);
  await endProceeding(demo.as(lead, scenario.at), {
    disputeId,
    outcome,
    reason: "分歧较大，双方愿走其他途径",
    routesTold: ["court"],
    saidBy:
      outcome === "settledWithdrawn"
        ? { partyId, spokenByLinkId: speakerIn(scenario, partyId), means: "spoken" }
        : null,
  });
  scenario.at = onDay(scenario.at, 3, "15:30");
  await archiveProceeding(demo.as(lead, scenario.at), { disputeId, retention: "short" });
}
