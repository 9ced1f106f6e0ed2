import { describe, expect, it } from "vitest";
import { freshFacts as fresh, willingFacts as ready, defaultRules as rules } from "../../testing/facts";
import type { Facts } from "../reads/facts";
import { nextStepOf } from "./next-step";

const now = new Date("2026-11-24T02:00:00Z");
const none = new Map<string, boolean>();
const stepOf = (
  status: Parameters<typeof nextStepOf>[1],
  facts: Partial<Facts>,
  track: Parameters<typeof nextStepOf>[0] = "peoples",
) => nextStepOf(track, status, { ...ready, ...facts }, { now, rules, overrides: none });

describe("the next step", () => {
  it("follows people's mediation in the order of the law", () => {
    expect(nextStepOf("peoples", "accepted", fresh, { now, rules, overrides: none })?.step).toBe("giveNotice");
    expect(stepOf("accepted", { unconsented: 1 })?.step).toBe("recordConsent");
    expect(stepOf("accepted", {})?.step).toBe("inviteForces");
    expect(stepOf("convening", { invitationsAccepted: 2 })?.step).toBe("bookSession");
    expect(stepOf("mediating", { sessionsEnded: 1 })?.step).toBe("bookSession");
    expect(stepOf("agreed", {})?.step).toBe("draftAgreement");
    expect(stepOf("signing", { unsignedParties: 1 })?.step).toBe("collectSignatures");
    expect(stepOf("performed", {})?.step).toBe("visit");
    expect(stepOf("performed", { visits: 1 })?.step).toBe("close");
    expect(stepOf("closed", {})?.step).toBe("archive");
    expect(stepOf("archived", {})).toBeNull();
  });

  it("waits for answers until the earliest is due", () => {
    const step = stepOf("convening", { invitationsWaiting: 2, answerBy: "2026-11-25T09:00:00.000Z" });
    expect(step).toEqual({ step: "awaitAnswers", dueAt: new Date("2026-11-25T09:00:00Z"), owner: "lead" });
  });

  it("turns a booked session into one to record once its time has passed", () => {
    const booked = { sessionsBooked: 1, nextSessionAt: "2026-11-24T06:30:00.000Z" };
    expect(stepOf("scheduled", booked)).toMatchObject({ step: "holdSession", dueAt: new Date("2026-11-24T06:30:00Z") });
    expect(stepOf("scheduled", { ...booked, sessionToRecord: 1 })?.step).toBe("recordSession");
  });

  it("gives the seal to the committee's head, and obligations the close of their own day, or of the next working day", () => {
    expect(stepOf("signing", { unsignedParties: 0, mediatorSigned: true })).toMatchObject({
      step: "sealAgreement",
      owner: "committeeHead",
    });
    expect(stepOf("performing", { nextDueOn: "2026-12-22" })?.dueAt).toEqual(new Date("2026-12-22T10:00:00Z"));
    // A Sunday: looked after on the next working day.
    expect(stepOf("performing", { nextDueOn: "2026-12-20" })?.dueAt).toEqual(new Date("2026-12-21T10:00:00Z"));
  });

  it("follows police mediation from the finding to the guardians, and waits for the head once both sides applied", () => {
    const police = (over: Partial<Facts>) =>
      nextStepOf("publicSecurity", "accepted", { ...fresh, ...over }, { now, rules, overrides: none })?.step;
    expect(police({ mayMediateViolation: false })).toBe("findViolation");
    expect(police({})).toBe("giveNotice");
    expect(police({ noticed: 2 })).toBe("recordConsent");
    expect(police({ noticed: 2, unconsented: 0, untoldGuardians: 1 })).toBe("tellGuardian");
    expect(police({ noticed: 2, unconsented: 0 })).toBe("bookSession");
    expect(
      nextStepOf("publicSecurity", "signing", { ...fresh, applicationsWaiting: 1 }, { now, rules, overrides: none }),
    ).toMatchObject({
      step: "decideSettlement",
      owner: "stationHead",
    });
  });

  it("names what leads out where the gate has closed the track since, and goes on where that is said otherwise", () => {
    const shut = (
      over: Partial<Facts>,
      track: Parameters<typeof stepOf>[2] = "peoples",
      status = "mediating" as const,
    ) => stepOf(status, { sessionsEnded: 1, gateShut: "familyViolence", ...over }, track);
    expect(shut({ isGateUnclear: true })).toMatchObject({ step: "clearGate", owner: "lead" });
    expect(shut({})).toMatchObject({ step: "leaveTrack", owner: "lead" });
    expect(shut({ gateShut: null })?.step).toBe("bookSession");
    // The officer's own step of a committee's matter stands beside it.
    expect(shut({ isTakeOverOpen: true })?.step).toBe("leaveTrack");
    expect(shut({ isTakeOverOpen: true }, "publicSecurity")?.step).toBe("takeOver");
    expect(shut({}, "publicSecurity")?.step).toBe("leaveTrack");
    expect(stepOf("accepted", { gateShut: "injury" }, "onScene")?.step).toBe("leaveTrack");
    for (const status of ["accepted", "convening", "scheduled", "agreed", "signing"] as const)
      expect(stepOf(status, { gateShut: "inCourt" })?.step, status).toBe("leaveTrack");
    // What is in force is performed all the same, and a session that has begun is recorded.
    expect(stepOf("performing", { gateShut: "inCourt" })?.step).toBe("watchPerformance");
    const begun = { sessionsUnderWay: 1, sessionsBooked: 1, nextSessionAt: "2026-11-24T01:30:00.000Z" };
    expect(shut(begun)?.step).toBe("recordSession");
    expect(stepOf("mediating", { gateShut: "inCourt", leadNamer: "committeeHead" })?.step).toBe("nameLead");
  });

  it("asks no consent on tracks that need none", () => {
    expect(stepOf("accepted", fresh, "coordination")?.step).toBe("visit");
    expect(stepOf("accepted", { ...fresh, visits: 1 }, "coordination")?.step).toBe("coordinate");
    expect(
      stepOf("convening", { ...fresh, invitationsWaiting: 1, answerBy: now.toISOString() }, "coordination")?.step,
    ).toBe("awaitAnswers");
    expect(nextStepOf("onScene", "accepted", fresh, { now, rules, overrides: none })?.step).toBe("close");
    expect(nextStepOf("transfer", "accepted", fresh, { now, rules, overrides: none })?.step).toBe("handOver");
  });
});
