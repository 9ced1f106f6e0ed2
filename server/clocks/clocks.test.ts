import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { ClockKind } from "@/db/vocabulary";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { takeEffect } from "../agreements/take-effect";
import { recordRefusal } from "../consents/record-refusal";
import { endProceeding } from "../disputes/end-proceeding";
import { recordPartyExitInput, triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { recordPartyExit } from "../disputes/record-party-exit";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { settledSaid } from "../testing/endings";
import { answerOf } from "../testing/lanes/questions";
import { readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { lastEventOf, roomOne } from "../testing/sessions";
import { extendClock } from "./extend-clock";
import { pauseClock } from "./pause-clock";
import { resumeClock } from "./resume-clock";

/** What is asked of the head's red list. */
interface RedList {
  rows: { id: string; reasons: string[] }[];
}

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const noon = (day: string) => instantOf(day, "12:00");

/** Registered and accepted on a day, on one of the two tracks that have clocks. */
async function acceptedOn(day: string, track: "peoples" | "publicSecurity" = "peoples") {
  const by = track === "peoples" ? "mediator" : "officer";
  const as = (on: string) => county.as(by, { now: noon(on) });
  const { disputeId } = await registerDispute(as(day), intake());
  const answers = track === "peoples" ? harmless : { ...harmless, isViolation: "yes" as const };
  await triageDispute(as(day), triageDisputeInput.parse({ disputeId, answers, track }));
  return { disputeId, as };
}
const partiesOf = async (disputeId: string) => {
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  return rows.map(({ id }) => id);
};
type Accepted = Awaited<ReturnType<typeof acceptedOn>>;

const clocksOf = async ({ disputeId, as }: Accepted, on: string) =>
  (await disputeById(as(on), { disputeId })).proceeding?.clocks ?? [];
const stateOf = async (accepted: Accepted, on: string, kind: ClockKind = "peoplesMonth") => {
  const clock = (await clocksOf(accepted, on)).find((one) => one.kind === kind);
  return clock && [clock.state, clock.dueOn, clock.stoppedOn, clock.daysOver];
};
/** Whether the head's red list says on a day that its term is past. */
const isRed = async ({ disputeId }: Accepted, on: string) =>
  (JSON.parse(await answerOf(county.actor("head"), "overview.redList", {}, noon(on))) as RedList).rows
    .find((row) => row.id === disputeId)
    ?.reasons.includes("pastTerm") ?? false;

/** An oral agreement of one clause, in force as entered on a day. */
async function agreedOn({ disputeId, as }: Accepted, day: string) {
  await database().execute(sql`update proceedings set status = 'agreed' where dispute_id = ${disputeId}::uuid`);
  const parties = await partiesOf(disputeId);
  const clauses = [payClause({ parties }, 100_000, { dueOn: "2027-06-30" })];
  const draft = { agreementVersion: null, disputeId, form: "oral", facts: "口头谈成。", clauses };
  await draftAgreement(as(day), draftAgreementInput.parse(draft));
  await takeEffect(as(day), everyYes({ disputeId, parties }));
}

describe("the month of people's mediation", () => {
  it("stops when the agreement takes effect: met, and on no red list however long the performance takes", async () => {
    const accepted = await acceptedOn("2026-08-31");
    expect(await stateOf(accepted, "2026-09-29")).toEqual(["running", "2026-09-30", null, 0]);
    expect(await stateOf(accepted, "2026-10-02")).toEqual(["past", "2026-09-30", null, 2]);
    expect([await isRed(accepted, "2026-09-30"), await isRed(accepted, "2026-10-01")]).toEqual([false, true]);
    await agreedOn(accepted, "2026-09-30");
    expect(await stateOf(accepted, "2026-11-20")).toEqual(["met", "2026-09-30", "2026-09-30", 0]);
    expect(await isRed(accepted, "2026-11-20")).toBe(false);
  });

  it("is missed by the days between, when it stops too late: by an agreement, or by the end", async () => {
    const late = await acceptedOn("2026-09-01");
    await agreedOn(late, "2026-10-10");
    expect(await stateOf(late, "2026-11-20")).toEqual(["missed", "2026-10-08", "2026-10-10", 2]);
    const ended = await acceptedOn("2026-09-01");
    const { disputeId, as } = ended;
    await endProceeding(as("2026-10-12"), {
      disputeId,
      outcome: "settledWithdrawn",
      reason: "自行和好",
      routesTold: ["court"],
    });
    expect(await stateOf(ended, "2026-11-20")).toEqual(["missed", "2026-10-08", "2026-10-12", 4]);
    expect([await isRed(late, "2026-11-20"), await isRed(ended, "2026-11-20")]).toEqual([false, false]);
  });

  it("moves by the consent of every party alone, keeps the old day, and goes to a working day", async () => {
    const accepted = await acceptedOn("2026-08-31");
    const { disputeId, as } = accepted;
    const parties = await partiesOf(disputeId);
    const extend = (over: Partial<Parameters<typeof extendClock>[1]> = {}, on = "2026-09-28") =>
      extendClock(as(on), {
        disputeId,
        dueOn: "2026-10-24",
        agreedOn: "2026-09-25",
        agreed: parties.map((partyId) => ({ partyId, linkId: null })),
        reason: "等鉴定意见",
        ...over,
      });
    expect(await refusedWith(extend({ agreed: [{ partyId: parties[0] ?? "", linkId: null }] }))).toBe("allMustAgree");
    expect(await refusedWith(extend({ dueOn: "2026-11-10", agreedOn: "2026-10-09" }, "2026-10-09"))).toBe(
      "agreedTooLate",
    );
    expect(await refusedWith(extend({ dueOn: "2026-09-30" }))).toBe("notLater");
    expect(await refusedWith(extend({ agreedOn: "2026-09-29" }))).toBe("dayInFuture");
    expect(await refusedWith(extend({ agreedOn: "2026-08-30" }))).toBe("dayTooEarly");
    expect(await extend()).toEqual({ dueOn: "2026-10-26" });
    const [clock] = await clocksOf(accepted, "2026-10-02");
    expect(clock).toMatchObject({ state: "running", dueOn: "2026-10-26", startedOn: "2026-08-31" });
    expect(clock?.changes).toMatchObject([
      {
        kind: "extended",
        happenedOn: "2026-09-25",
        oldDueOn: "2026-09-30",
        newDueOn: "2026-10-26",
        reason: "等鉴定意见",
      },
    ]);
    expect(await isRed(accepted, "2026-10-02")).toBe(false);
    expect(await lastEventOf(county, disputeId)).toMatchObject({
      action: "clock.extend",
      payload: { oldDueOn: "2026-09-30", dueOn: "2026-10-26", happenedOn: "2026-09-25" },
    });
    // A second time needs everybody's consent anew, also by raw SQL.
    const again = { dueOn: "2026-11-10", agreedOn: "2026-09-29" };
    const alone = [{ partyId: parties[1] ?? "", linkId: null }];
    expect(await refusedWith(extend({ ...again, agreed: alone }, "2026-09-29"))).toBe("allMustAgree");
    expect((await clocksOf(accepted, "2026-10-02"))[0]?.dueOn).toBe("2026-10-26");
    await extend(again, "2026-09-29");
    await endProceeding(as("2026-11-02"), { disputeId, ...(await settledSaid(disputeId)) });
    expect(await stateOf(accepted, "2026-11-20")).toEqual(["met", "2026-11-10", "2026-11-02", 0]);
    expect(await refusedWith(extend({ dueOn: "2026-12-10" }, "2026-11-20"))).toBe("notInThisStep");
  });
});

describe("an extension that not everybody says themselves", () => {
  const guardian = { kind: "guardian" as const, name: "夏守义", maySign: true, phone: "", note: "" };
  const agent = { kind: "agent" as const, name: "钱立诚", maySign: false, phone: "", note: "" };
  const representative = { kind: "representative" as const, name: "黄志远", maySign: true, phone: "", note: "" };
  const [first, second] = intake().parties;
  const over = {
    title: "球场纠纷",
    parties: [
      { ...first, name: "夏小雨", isMinor: true, links: [guardian] },
      { ...second, kind: "organisation", name: "泊头永兴装饰有限公司", links: [representative, agent] },
      { ...second, name: "李四维", phone: "" },
    ],
  } as Partial<ReturnType<typeof intake>>;

  it("is agreed to by a minor's guardian and an organisation's representative, and nobody waits for the dead", async () => {
    const { disputeId } = await acceptedDispute(county, over);
    const [child = "", firm = "", dead = ""] = await partiesOf(disputeId);
    const links = await database().execute<{ id: string; kind: string }>(
      sql`select id, kind from party_links where dispute_id = ${disputeId}::uuid`,
    );
    const link = (kind: string) => links.find((one) => one.kind === kind)?.id ?? "";
    const today = dayOf(new Date());
    const extend = (...agreed: { partyId: string; linkId: string | null }[]) =>
      extendClock(county.as("mediator"), {
        disputeId,
        dueOn: addDays(today, 60),
        agreedOn: today,
        agreed,
        reason: "等鉴定意见",
      });
    const byGuardian = { partyId: child, linkId: link("guardian") };
    const byRepresentative = { partyId: firm, linkId: link("representative") };
    const living = [byGuardian, byRepresentative];
    const third = { partyId: dead, linkId: null };
    expect(await refusedWith(extend({ partyId: child, linkId: null }, byRepresentative, third))).toBe("guardianNeeded");
    expect(await refusedWith(extend(byGuardian, { partyId: firm, linkId: null }, third))).toBe("representativeNeeded");
    expect(await refusedWith(extend(byGuardian, { partyId: firm, linkId: link("agent") }, third))).toBe(
      "linkMayNotSign",
    );
    expect(await refusedWith(extend(...living))).toBe("allMustAgree");
    const exit = { disputeId, partyId: dead, kind: "died", happenedOn: today, reason: "因病去世" };
    await recordPartyExit(county.as("mediator"), recordPartyExitInput.parse(exit));
    expect(await refusedWith(extend(...living, third))).toBe("departedSpeaksNot");
    await extend(...living);
    const said = await database().execute<{ partyId: string; linkId: string }>(sql`
      select party_id as "partyId", spoken_by_link_id as "linkId" from consents
      where dispute_id = ${disputeId}::uuid and subject = 'extension'`);
    expect([...said].sort((a, b) => a.partyId.localeCompare(b.partyId))).toEqual(
      living.sort((a, b) => a.partyId.localeCompare(b.partyId)),
    );
  });
});

describe("the clocks of a police mediation", () => {
  /** Books a session and records it as held on a day, without an agreement. */
  async function heldOn({ disputeId, as }: Accepted, day: string) {
    const startsAt = instantOf(day, "09:00");
    const input = {
      disputeId,
      kind: "joint",
      startsAt: startsAt.toISOString(),
      minutes: 60,
      roomId: county.rooms[roomOne],
    };
    const partyIds = await partiesOf(disputeId);
    const { sessionId } = await bookSession(as(addDays(day, -1)), bookSessionInput.parse({ ...input, partyIds }));
    const said = { result: "adjourned" as const, text: "双方陈述，没有谈成。", presentIds: [] };
    await recordSession(as(day), { disputeId, sessionId, sessionVersion: 1, ...said });
  }

  it("the first session is due 3 working days after acceptance, the second 7 after the first; both stop when held", async () => {
    const accepted = await acceptedOn("2026-10-09", "publicSecurity");
    expect(await stateOf(accepted, "2026-10-09", "firstSession")).toEqual(["running", "2026-10-13", null, 0]);
    expect(await isRed(accepted, "2026-10-14")).toBe(true);
    await readyToMediate(county, accepted.disputeId, "officer", noon("2026-10-12"));
    await heldOn(accepted, "2026-10-13");
    expect(await stateOf(accepted, "2026-10-14", "firstSession")).toEqual(["met", "2026-10-13", "2026-10-13", 0]);
    expect(await stateOf(accepted, "2026-10-14", "secondSession")).toEqual(["running", "2026-10-22", null, 0]);
    expect([await isRed(accepted, "2026-10-22"), await isRed(accepted, "2026-10-23")]).toEqual([false, true]);
    await heldOn(accepted, "2026-10-26");
    expect(await stateOf(accepted, "2026-11-20", "secondSession")).toEqual(["missed", "2026-10-22", "2026-10-26", 4]);
    expect(await isRed(accepted, "2026-11-20")).toBe(false);
  });

  it("an appraisal pauses the clock with its reason, and three working days begin with its result", async () => {
    const accepted = await acceptedOn("2026-09-28", "publicSecurity");
    const { disputeId, as } = accepted;
    const pause = (pausedOn: string, on = pausedOn) =>
      pauseClock(as(on), { disputeId, appraisal: "injury", pausedOn, reason: "委托法医伤情鉴定" });
    const resume = (resumedOn: string, on = resumedOn) =>
      resumeClock(as(on), { disputeId, resumedOn, reason: "鉴定为轻微伤" });
    expect(await refusedWith(resume("2026-09-29"))).toBe("needs.clockPaused");
    expect(await refusedWith(pause("2026-09-27", "2026-09-29"))).toBe("dayTooEarly");
    expect(await refusedWith(pause("2026-10-09", "2026-10-10"))).toBe("clockOver");
    await pause("2026-09-29", "2026-09-30");
    expect(await stateOf(accepted, "2026-10-20", "firstSession")).toEqual(["paused", "2026-10-08", null, 0]);
    expect(await isRed(accepted, "2026-10-20")).toBe(false);
    expect(await refusedWith(pause("2026-09-30"))).toBe("needs.clockRuns");
    expect(await refusedWith(resume("2026-09-28", "2026-10-20"))).toBe("dayTooEarly");
    expect(await refusedWith(resume("2026-10-21", "2026-10-20"))).toBe("dayInFuture");
    expect(await resume("2026-10-23")).toEqual({ dueOn: "2026-10-28" });
    const [clock] = await clocksOf(accepted, "2026-10-24");
    expect(clock).toMatchObject({ state: "running", dueOn: "2026-10-28", pausedOn: null });
    expect(clock?.changes.map(({ kind, appraisal, reason }) => [kind, appraisal, reason])).toEqual([
      ["paused", "injury", "委托法医伤情鉴定"],
      ["resumed", null, "鉴定为轻微伤"],
    ]);
    const [partyId = ""] = await partiesOf(disputeId);
    await pause("2026-10-26");
    await recordRefusal(as("2026-11-12"), { disputeId, partyId, reason: "不愿谈", routesTold: ["court"] });
    expect(await stateOf(accepted, "2026-11-20", "firstSession")).toEqual(["met", "2026-10-28", "2026-11-12", 0]);
  });
});
