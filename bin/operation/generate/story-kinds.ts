import { recordCallInput } from "@/server/calls/inputs";
import { recordCall } from "@/server/calls/record-call";
import { giveNotice } from "@/server/consents/give-notice";
import { recordRefusal } from "@/server/consents/record-refusal";
import { onDay, soonAfter } from "@/server/demo/scenarios/clock";
import { judged, onScene, violations } from "@/server/demo/scenarios/matters-by-track";
import { find } from "@/server/demo/scenarios/police-steps";
import { close, draft, sign, visit } from "@/server/demo/scenarios/scenario-ending";
import { book, hold, noBar, noDanger, noticeAndConsent, open, register } from "@/server/demo/scenarios/scenario-steps";
import { archiveProceeding } from "@/server/disputes/archive-proceeding";
import { gateAnswers, registerDisputeInput, triageDisputeInput } from "@/server/disputes/inputs";
import { registerDispute } from "@/server/disputes/register-dispute";
import { reopenDispute } from "@/server/disputes/reopen-dispute";
import { triageDispute } from "@/server/disputes/triage-dispute";

import { end, fulfil, invite, mediate, roomOf, type Start, type Story, start } from "./story-steps";

export const agreed = (
  weight: number,
  at: Start,
  over: { rounds?: number; oneDeclines?: boolean; form?: "written" | "oral" } = {},
): Story => ({
  name: `agreed ${at.matter}`,
  weight,
  async play(scene, words) {
    const scenario = await open(scene, start(scene, words, at));
    await mediate(scenario, "agreed", over);
    await fulfil(scenario, over.form ?? "written", "committee");
    return scenario.disputeId;
  },
});

export const failed = (weight: number, at: Start, outcome: "deadlock" | "settledWithdrawn"): Story => ({
  name: outcome,
  weight,
  async play(scene, words) {
    const scenario = await open(scene, start(scene, words, at));
    await mediate(scenario, "failed", { oneDeclines: true });
    await end(scenario, outcome);
    return scenario.disputeId;
  },
});

export const refused = (weight: number, at: Start): Story => ({
  name: "refused",
  weight,
  async play(scene, words) {
    const scenario = await open(scene, start(scene, words, at));
    const { disputeId, demo, lead, partyIds } = scenario;
    scenario.at = soonAfter(scenario.at, 60);
    await giveNotice(demo.as(lead, scenario.at), { disputeId, partyIds: [], means: "read" });
    scenario.at = soonAfter(scenario.at, 60);
    await recordRefusal(demo.as(lead, scenario.at), {
      disputeId,
      partyId: partyIds[1] ?? "",
      reason: "想直接走法院",
      routesTold: ["court", "arbitration"],
    });
    scenario.at = onDay(scenario.at, 2, "15:30");
    await archiveProceeding(demo.as(lead, scenario.at), { disputeId, retention: "short" });
    return disputeId;
  },
});

/** Failed, taken up again some weeks later, and agreed the second time. */
export const reopened = (weight: number, at: Start): Story => ({
  name: "reopened",
  weight,
  async play(scene, words) {
    const scenario = await open(scene, start(scene, words, at));
    const { disputeId, demo, lead } = scenario;
    await mediate(scenario, "failed");
    await end(scenario, "deadlock");
    scenario.at = onDay(scenario.at, 14, "09:20");
    await reopenDispute(demo.as(lead, scenario.at), { disputeId, reason: "双方愿意再谈一次" });
    // Whoever helped in an attempt that failed is not asked again.
    await mediate(scenario, "agreed", { nth: 2 });
    await fulfil(scenario, "written", "committee");
    return disputeId;
  },
});

/** One of the matters of a track. */
function ofTrack<M>(list: readonly M[], n: number): M {
  const matter = list[n % list.length];
  if (!matter) throw new Error("a track without matters");
  return matter;
}

/** The police line's own ways: mediation of a minor violation, and help on the spot. */
export const byPolice = (weight: number, at: Start): Story => ({
  name: `${at.track} ${at.matter}`,
  weight,
  async play(scene, words) {
    const violation = ofTrack(violations, at.matter);
    const matter =
      at.track === "publicSecurity" ? violation : ofTrack(at.track === "onScene" ? onScene : judged, at.matter);
    const scenario = await open(scene, { ...start(scene, words, at), matter });
    if (at.track !== "publicSecurity") {
      scenario.at = onDay(scenario.at, 3, "11:10");
      if (at.track === "coordination") await visit(scenario, 1, "satisfied");
      await close(scenario, true);
      return scenario.disputeId;
    }
    await find(scenario, violation, scenario.at);
    await noticeAndConsent(scenario);
    const session = await book(scenario, roomOf(scenario), [], 1);
    await hold(scenario, session, "agreed", "双方当场和解。");
    await fulfil(scenario, "written", null);
    return scenario.disputeId;
  },
});

/** A dispute that begins with a 110 call, has three parties, and one of them sends somebody with authority. */
export const calledIn = (weight: number, at: Start): Story => ({
  name: "called in",
  weight,
  async play(scene, words) {
    const { as } = scene;
    const opening = start(scene, words, at);
    const calledAt = new Date(opening.at.getTime() - 3_600_000);
    const { callId } = await recordCall(
      as("officer", new Date(calledAt.getTime() + 9 * 60_000)),
      recordCallInput.parse({
        number: words.callNumber,
        calledAt: calledAt.toISOString(),
        callerName: words.names[0],
        phone: words.phone,
        place: words.place,
        summary: opening.matter.facts,
      }),
    );
    const { disputeId } = await registerDispute(
      as("mediator", opening.at),
      registerDisputeInput.parse({
        asked: noDanger,
        source: "policeCall",
        type: opening.matter.type,
        title: `${words.street}${opening.matter.title}`,
        place: words.place,
        facts: opening.matter.facts,
        neutralSummary: opening.matter.summary,
        callIds: [callId],
        parties: words.names.map((name, index) => ({
          side: Math.min(index + 1, 2),
          standing: index === 0 ? "applicant" : "respondent",
          name,
          phone: index === 0 ? words.phone : "",
          idNumber: index === 0 ? words.idNumber : "",
          address: words.place,
          links:
            index === 0
              ? [{ kind: "agent", name: "代办人", phone: words.agentPhone, maySign: true, note: "授权委托书" }]
              : [],
        })),
      }),
    );
    const triagedAt = soonAfter(opening.at, 40);
    const answers = gateAnswers.parse({ ...noBar, propertyDamage: "yes" });
    await triageDispute(
      as("mediator", triagedAt),
      triageDisputeInput.parse({ disputeId, answers, track: null, notAcceptedReason: "partyUnwilling" }),
    );
    return disputeId;
  },
});

/** Where an open dispute stands today. */
export const running = (
  weight: number,
  at: Start,
  until: "accepted" | "consented" | "invited" | "booked" | "adjourned" | "signing" | "performing",
): Story => ({
  name: until,
  weight,
  isOpen: true,
  async play(scene, words) {
    const scenario = await open(scene, start(scene, words, at));
    const { disputeId } = scenario;
    if (until === "accepted") return disputeId;
    if (until === "adjourned" || until === "signing" || until === "performing") {
      await mediate(scenario, until === "adjourned" ? "failed" : "agreed");
      if (until === "adjourned") return disputeId;
      await draft(scenario, "written", 20);
      await sign(scenario, until === "performing" ? "committee" : null);
      return disputeId;
    }
    await noticeAndConsent(scenario);
    if (until === "consented") return disputeId;
    const helpers = await invite(scenario);
    if (until === "booked") await book(scenario, roomOf(scenario), helpers, 2);
    return disputeId;
  },
});

export const waiting = (weight: number, at: Start): Story => ({
  name: "registered",
  weight,
  isOpen: true,
  play: (scene, words) => register(scene, start(scene, words, at)),
});
