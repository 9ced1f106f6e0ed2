import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { gateQuestions, type Source, type YesNoUnclear } from "@/db/vocabulary";
import { recordRefusal } from "../consents/record-refusal";
import { addLeaderShifts } from "../duty-leaders/add-leader-shifts";
import { leaderWeek } from "../duty-leaders/queries";
import { removeLeaderShift } from "../duty-leaders/remove-leader-shift";
import { dayOf } from "../kernel/shanghai";
import { recordVisit } from "../performance/record-visit";
import { afterOfficeHours } from "../rules/office-hours";
import { type TestCounty, testCounty } from "../testing/county";
import { askedHarmless, harmless, intake } from "../testing/disputes";
import { defaultRules } from "../testing/facts";
import { refusedWith } from "../testing/refused";
import { answerGate } from "./answer-gate";
import { assessRisk } from "./assess-risk";
import { closeProceeding } from "./close-proceeding";
import { endProceeding } from "./end-proceeding";
import type { GateAnswers } from "./inputs";
import { registerDisputeInput } from "./inputs";
import { disputeById } from "./reads/dispute";
import { gateOf, offeredTracks } from "./reads/gate";
import { openGateSteps } from "./reads/open-gate-steps";
import { recordGateStep } from "./record-gate-step";
import { registerDispute } from "./register-dispute";
import { reopenDispute } from "./reopen-dispute";
import { takeOverViolence } from "./take-over-violence";
import { triageDispute } from "./triage-dispute";

let county: TestCounty;
const now = new Date("2026-11-25T10:00:00+08:00");
beforeAll(async () => {
  county = await testCounty();
});
const as = (username: string, at = now) => county.as(username, { now: at });
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const choice = { notAcceptedReason: null, overrideReason: "", leadPersonId: null, leadUnit: "" } as const;
const rest = { propertyDamage: "no", hasMinor: "no", isViolation: "no" } as const;

async function registered(asked: Partial<GateAnswers> = {}, over: Parameters<typeof intake>[0] = {}, by = "mediator") {
  const input = intake({ ...over, asked: { ...askedHarmless, ...asked } });
  return (await registerDispute(as(by), input)).disputeId;
}
const openTracks = async (disputeId: string, answers: Partial<GateAnswers> = rest) =>
  (await offeredTracks(as("mediator"), { disputeId, answers })).filter((one) => !one.bar).map((one) => one.track);
const triaged = (disputeId: string, answers: Partial<GateAnswers> = rest, over = {}, by = "mediator") =>
  triageDispute(as(by), { ...choice, disputeId, answers, track: "peoples", ...over });
const steps = async (disputeId: string) => (await gateOf(as("officer"), { disputeId })).steps;
const risen = (disputeId: string) =>
  database().execute<{ level: string }>(
    sql`select payload::jsonb->>'level' as level from events where dispute_id = ${disputeId}::uuid and action = 'risk.raise' order by seq`,
  );

describe("what was answered", () => {
  it("at registration stays with the dispute, with who gave it and when, and is not asked again", async () => {
    const disputeId = await registered({ injury: "yes" });
    const { given } = await gateOf(as("head"), { disputeId });
    expect(given).toHaveLength(7);
    expect(given.find((one) => one.question === "injury")).toMatchObject({
      answer: "yes",
      givenAs: "registration",
      reason: "",
    });
    expect(new Set(given.map((one) => one.by)).size).toBe(1);
    // Only what was not asked then is answered at triage.
    expect(await refusedWith(triaged(disputeId, {}))).toBe("questionsOpen");
    await triaged(disputeId);
    expect((await gateOf(as("head"), { disputeId })).given.map((one) => one.question).sort()).toEqual(
      [...gateQuestions].sort(),
    );
  });

  it("must be there: nothing is taken for a no that nobody asked, at either door", async () => {
    for (const question of Object.keys(askedHarmless)) {
      const { [question as keyof typeof askedHarmless]: _, ...asked } = askedHarmless;
      expect(registerDisputeInput.safeParse({ ...intake(), asked }).success, question).toBe(false);
    }
    const disputeId = await registered();
    const { isViolation: _, ...incomplete } = rest;
    expect(await refusedWith(triaged(disputeId, incomplete))).toBe("questionsOpen");
  });

  it("is taken back only with a reason, and stays beside the new answer", async () => {
    const disputeId = await registered({ judgedByCourt: "yes" });
    expect(await refusedWith(triaged(disputeId))).toBe("judgedMattersBarred");
    const back = { ...rest, judgedByCourt: "no" } as const;
    expect(await refusedWith(triaged(disputeId, back))).toBe("answerReasonNeeded");
    await triaged(disputeId, back, { answersReason: "看了判决书，是另一家的房子" });
    const { given } = await gateOf(as("head"), { disputeId });
    expect(given.filter((one) => one.question === "judgedByCourt").map((one) => [one.answer, one.reason])).toEqual([
      ["no", "看了判决书，是另一家的房子"],
      ["yes", ""],
    ]);
  });
});

describe("what is not clear", () => {
  const barring = [
    ["familyViolence", ["coordination", "transfer"]],
    ["judgedByCourt", ["onScene", "coordination", "transfer"]],
    ["inCourt", ["onScene", "coordination", "transfer"]],
    ["acceptedElsewhere", ["onScene", "coordination", "transfer"]],
    ["isViolation", ["onScene", "coordination", "transfer"]],
    ["injury", ["peoples", "coordination", "transfer"]],
  ] as const;

  it.each(barring)(
    "%s closes what a yes would close, reason or not, and asks to be made clear",
    async (question, open) => {
      const disputeId = await registered();
      const answers = { ...rest, [question]: "unclear" as YesNoUnclear };
      expect(await openTracks(disputeId, answers)).toEqual(open);
      if (question !== "injury") {
        expect(await refusedWith(triaged(disputeId, answers, { overrideReason: "双方都要求调解" }))).toBe("clearFirst");
        expect(await refusedWith(reopenDispute(as("mediator"), { disputeId, reason: "再办一次看看" }))).toBe(
          "noProceeding",
        );
      }
      await answerGate(as("mediator"), { disputeId, answers: { [question]: "unclear" } });
      const [step] = await steps(disputeId);
      expect(step).toMatchObject({ kind: "clarify", question, ownerId: county.people.mediator, result: null });
      expect(new Date(step?.dueAt ?? 0)).toEqual(
        afterOfficeHours(now, 24, { rules: defaultRules, overrides: new Map() }),
      );
      expect((await openGateSteps(as("mediator"))).map((one) => one.id)).toContain(step?.id);
      await answerGate(as("mediator", later(1)), { disputeId, answers: { [question]: "no" } });
      expect((await steps(disputeId))[0]).toMatchObject({ result: "answered", doneOn: dayOf(now) });
      await triaged(disputeId);
    },
  );

  it("is asked for at registration too, and holds for taking an ended matter up again", async () => {
    const disputeId = await registered({ inCourt: "unclear" });
    expect((await steps(disputeId)).map((one) => one.question)).toEqual(["inCourt"]);
    await triaged(disputeId, { ...rest, inCourt: "no" });
    await endProceeding(as("mediator"), {
      disputeId,
      outcome: "settledWithdrawn",
      reason: "双方自己谈好了",
      routesTold: [],
    });
    await answerGate(as("mediator"), { disputeId, answers: { judgedByCourt: "unclear" } });
    expect(await refusedWith(reopenDispute(as("mediator"), { disputeId, reason: "又闹起来了" }))).toBe("clearFirst");
    await answerGate(as("mediator"), { disputeId, answers: { judgedByCourt: "yes" } });
    expect(await refusedWith(reopenDispute(as("mediator"), { disputeId, reason: "又闹起来了" }))).toBe(
      "judgedMattersBarred",
    );
  });
});

describe("what the record knows", () => {
  it("is believed, not asked: a minor party, the police's case", async () => {
    const minor = intake().parties.map((party, at) => ({ ...party, isMinor: at === 0 }));
    const disputeId = await registered({}, { parties: minor, title: "楼上漏水" }, "officer");
    expect((await gateOf(as("officer"), { disputeId })).record).toEqual([
      { question: "hasMinor", record: "minorParty" },
    ]);
    const lead = { track: "publicSecurity", leadPersonId: county.people.officer };
    await triaged(disputeId, { ...rest, isViolation: "yes" }, lead, "officer");
    const [, refuser] = await database().execute<{ id: string }>(
      sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
    );
    const refusal = { disputeId, partyId: refuser?.id ?? "", reason: "不愿谈", routesTold: ["court" as const] };
    await recordRefusal(as("officer"), refusal);
    // Whatever is answered now, the police have had it.
    const denied = { isViolation: "no", acceptedElsewhere: "no" } as const;
    const later = new Date(now.getTime() + 3_600_000);
    const asOfficer = (over = {}) =>
      triageDispute(as("officer", later), {
        ...choice,
        disputeId,
        answers: denied,
        answersReason: "双方都说没有动手",
        track: "peoples",
        leadPersonId: county.people.mediator ?? "",
        ...over,
      });
    expect(await refusedWith(asOfficer())).toBe("acceptedElsewhereBarred");
    await asOfficer({ overrideReason: "双方书面申请人民调解" });
    const [row] = await database().execute(
      sql`select is_violation, accepted_elsewhere, has_minor from triages where dispute_id = ${disputeId}::uuid order by decided_at desc, id desc limit 1`,
    );
    expect(row).toEqual({ is_violation: "yes", accepted_elsewhere: "yes", has_minor: "yes" });
  });

  it("tells a court's referral before filing from one after it, and both from a case the court keeps", async () => {
    const kept = await registered({ inCourt: "yes" });
    expect(await refusedWith(triaged(kept))).toBe("courtKeepsIt");
    const referred = await registered({}, { source: "courtReferral", referredBy: "泊头法院" });
    await triaged(referred);
    const filed = await registered({ inCourt: "yes" }, { source: "courtReferral", referredBy: "泊头法院" });
    expect(await refusedWith(triaged(filed))).toBe("courtKeepsIt");
    const letter = { source: "courtEntrusted" as Source, referredBy: "泊头法院", referralNumber: "（2026）委调 12 号" };
    expect(await refusedWith(registered({}, { ...letter, referralNumber: "" }))).toBe("referralNeeded");
    // Nobody refers whoever walks in.
    expect(await refusedWith(registered({}, { ...letter, source: "walkIn" as Source }))).toBe("invalidValue");
    const entrusted = await registered({}, letter);
    expect((await gateOf(as("mediator"), { disputeId: entrusted })).record).toEqual([
      { question: "inCourt", record: "courtEntrusted" },
    ]);
    await triaged(entrusted);
    expect((await disputeById(as("mediator"), { disputeId: entrusted })).referral).toBe("泊头法院 （2026）委调 12 号");
  });
});

describe("violence at home", () => {
  const note = "告诫书（2026）3 号，已送双方和居委会";
  it("is the police's: taken over, letter, protection order and shelter, each recorded once", async () => {
    const disputeId = await registered({ familyViolence: "yes" });
    expect(
      (await steps(disputeId)).map((one) => [one.kind, one.dueAt && new Date(one.dueAt).getTime()]).sort(),
    ).toEqual([
      ["protectionOrder", later(24).getTime()],
      ["shelter", later(24).getTime()],
      ["takeOver", later(2).getTime()],
      ["warningLetter", later(24).getTime()],
    ]);
    expect(await openTracks(disputeId)).toEqual(["coordination", "transfer"]);
    const done = (kind: "warningLetter" | "protectionOrder" | "shelter", over = {}, by = "officer") =>
      recordGateStep(as(by), { disputeId, kind, result: "done", doneOn: dayOf(now), note, ...over });
    expect(await refusedWith(done("shelter"))).toBe("takeOverFirst");
    expect(await refusedWith(takeOverViolence(as("mediator"), { disputeId, officerId: null }))).toBe("forbidden");
    const other = { disputeId, officerId: county.people.officer2 ?? "" };
    expect(await refusedWith(takeOverViolence(as("officer"), other))).toBe("forbidden");
    expect(await refusedWith(takeOverViolence(as("head"), { ...other, officerId: county.people.mediator ?? "" }))).toBe(
      "officerNeeded",
    );
    await takeOverViolence(as("officer"), { disputeId, officerId: null });
    expect((await steps(disputeId)).every((one) => one.ownerId === county.people.officer)).toBe(true);
    expect(await refusedWith(done("shelter", { doneOn: "2026-11-26" }))).toBe("dayInFuture");
    await triaged(disputeId, rest, { track: "coordination" });
    expect(await refusedWith(closeProceeding(as("mediator"), { disputeId, note: "" }))).toBe("needs.helped");
    await recordVisit(as("mediator"), {
      ...{ disputeId, partyId: null, visitedOn: dayOf(now), satisfaction: "satisfied", escalationSigns: "" },
      note: "去看过",
    });
    await closeProceeding(as("mediator"), { disputeId, note: "" });
    await done("warningLetter");
    await done("protectionOrder", { result: "declined", note: "本人不申请，已告知可以随时申请" });
    await done("shelter", { result: "notNeeded", note: "已回父母家住" });
    expect(await refusedWith(done("shelter"))).toBe("stepDone");
    expect(await refusedWith(takeOverViolence(as("officer"), { disputeId, officerId: null }))).toBe("noViolenceSteps");
  });

  it("opens the same route where it is said at triage or later", async () => {
    for (const say of [
      (disputeId: string) => triaged(disputeId, { ...rest, familyViolence: "yes" }, { track: "transfer" }),
      (disputeId: string) => answerGate(as("officer"), { disputeId, answers: { familyViolence: "yes" } }),
    ]) {
      const disputeId = await registered();
      await say(disputeId);
      expect(await steps(disputeId)).toHaveLength(4);
      expect((await disputeById(as("head"), { disputeId })).risk).toMatchObject({ level: "red" });
      expect((await risen(disputeId)).map((one) => one.level)).toEqual(["red"]);
    }
  });
});

describe("a risk that rises", () => {
  it("is never below what the answers say, and is told when it rises, by each door", async () => {
    const red = await registered({ threat: "yes" }, { risk: "green" });
    const amber = await registered({ livelihood: "yes" });
    const doubtful = await registered({ threat: "unclear" });
    const calm = await registered();
    expect((await risen(red)).map((one) => one.level)).toEqual(["red"]);
    expect((await risen(amber)).map((one) => one.level)).toEqual(["amber"]);
    expect((await risen(doubtful)).map((one) => one.level)).toEqual(["amber"]);
    expect(await risen(calm)).toEqual([]);
    await assessRisk(as("mediator"), { disputeId: calm, risk: "red", riskSeen: "green", reason: "扬言要动手" });
    await assessRisk(as("mediator"), { disputeId: calm, risk: "green", riskSeen: "red", reason: "双方已经和好" });
    expect((await risen(calm)).map((one) => one.level)).toEqual(["red"]);
    // What says nothing new leaves a level that was lowered with a reason.
    await triaged(calm);
    expect((await disputeById(as("head"), { disputeId: calm })).risk).toMatchObject({ level: "green" });
  });

  it("goes by name to the leader on duty, whom the head puts on the roster", async () => {
    const leaderId = county.people.officer ?? "";
    const shifts = [{ from: now.toISOString(), until: later(12).toISOString() }];
    expect(await refusedWith(addLeaderShifts(as("officer"), { leaderId, shifts }))).toBe("forbidden");
    expect(await refusedWith(addLeaderShifts(as("head"), { leaderId: county.people.mediator ?? "", shifts }))).toBe(
      "officerNeeded",
    );
    const { leaderShiftIds } = await addLeaderShifts(as("head"), { leaderId, shifts });
    expect(await refusedWith(addLeaderShifts(as("head"), { leaderId: county.people.head ?? "", shifts }))).toBe(
      "dutyTwice",
    );
    const week = await leaderWeek(as("mediator", later(1)), { fromDay: dayOf(now) });
    expect(week.now).toBe(week.leaders.find((one) => one.id === leaderId)?.name);
    const disputeId = await registered({ livelihood: "yes" });
    expect((await disputeById(as("mediator", later(1)), { disputeId })).risk?.dutyLeader).toBe(week.now);
    await removeLeaderShift(as("head", later(1)), { leaderShiftId: leaderShiftIds[0] ?? "" });
    expect((await leaderWeek(as("head", later(1)), { fromDay: dayOf(now) })).now).toBeNull();
  });
});

it("holds all ten questions of the harmless answers", () => {
  expect(Object.keys(harmless).sort()).toEqual([...gateQuestions].sort());
});
