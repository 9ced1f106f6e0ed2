import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { SessionResult, Track } from "@/db/vocabulary";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput, triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { offerTransferInput, recordLeadRequestInput } from "../handovers/inputs";
import { offerTransfer } from "../handovers/offer-transfer";
import { recordLeadRequest } from "../handovers/record-lead-request";
import { recordTransferAnswer } from "../handovers/record-transfer-answer";
import { addDays, instantOf } from "../kernel/shanghai";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput, recordHeldInput } from "../sessions/inputs";
import { recordHeld } from "../sessions/record-held";
import { recordSession } from "../sessions/record-session";
import { setDaysInput, setRuleInput } from "../settings/inputs";
import { yearsOfDays } from "../settings/reads/years";
import { setDays } from "../settings/set-days";
import { setRule } from "../settings/set-rule";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { answerOf } from "../testing/lanes/questions";
import { readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { roomOne } from "../testing/sessions";
import { pauseClock } from "./pause-clock";
import { resumeClock } from "./resume-clock";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const noon = (day: string) => instantOf(day, "12:00");

/** Registered and accepted on a day; `acceptedOn` where that is entered later. */
async function taken(day: string, track: Track = "publicSecurity", acceptedOn: string | null = null) {
  const by = track === "peoples" ? "mediator" : "officer";
  const as = (on: string) => county.as(by, { now: noon(on) });
  const { disputeId } = await registerDispute(as(day), intake());
  const answers = track === "peoples" ? harmless : { ...harmless, isViolation: "yes" as const };
  await triageDispute(as(day), triageDisputeInput.parse({ disputeId, answers, track, acceptedOn }));
  if (track === "publicSecurity") await readyToMediate(county, disputeId, "officer", noon(day));
  return { disputeId, as };
}
type Taken = Awaited<ReturnType<typeof taken>>;

const partiesOf = async ({ disputeId }: Taken) => {
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  return rows.map(({ id }) => id);
};

/** Books a session for a day, half a day before, and records it in the evening. */
async function held(one: Taken, day: string, result: SessionResult = "adjourned") {
  const { disputeId, as } = one;
  const at = {
    disputeId,
    kind: "joint",
    startsAt: noon(day).toISOString(),
    minutes: 60,
    roomId: county.rooms[roomOne],
  };
  const partyIds = await partiesOf(one);
  const { sessionId } = await bookSession(as(addDays(day, -1)), bookSessionInput.parse({ ...at, partyIds }));
  const said = { disputeId, sessionId, sessionVersion: 1, result, text: "双方陈述。", presentIds: [] };
  await recordSession(county.as("officer", { now: instantOf(day, "18:00") }), said);
}
/** Writes down on a day one that was held on an earlier evening, at a bedside. */
const heldEarlier = async (one: Taken, day: string, enteredOn: string) =>
  recordHeld(
    one.as(enteredOn),
    recordHeldInput.parse({
      disputeId: one.disputeId,
      kind: "joint",
      startsAt: instantOf(day, "20:00").toISOString(),
      minutes: 60,
      roomId: null,
      place: "镇卫生院 203 病房",
      personIds: [county.people.officer],
      partyIds: await partiesOf(one),
      result: "adjourned",
      text: "没有谈成",
    }),
  );
const pauses = ({ disputeId, as }: Taken, pausedOn: string) =>
  pauseClock(as(pausedOn), { disputeId, appraisal: "injury", pausedOn, reason: "委托法医伤情鉴定" });
const resumes = ({ disputeId, as }: Taken, resumedOn: string) =>
  resumeClock(as(resumedOn), { disputeId, resumedOn, reason: "鉴定为轻微伤" });

/** More days off are entered on a day. */
async function daysOff(on: string, ...days: string[]) {
  const as = () => county.as("county", { now: noon(on) });
  const found = (await yearsOfDays(as())).years.find(({ year }) => year === 2026);
  if (!found) throw new Error("no such year");
  const { free, worked, entry } = found;
  const entered = { year: 2026, notice: "县办〔2026〕9号", free: [...free, ...days], worked };
  await setDays(as(), setDaysInput.parse({ ...entered, entrySeen: entry?.id ?? null }));
}

interface Red {
  rows: { id: string; reasons: string[]; dueOn: string | null }[];
}
/** Each clock on the dispute's page as [kind, from, last day, stopped on, state, days over]; the red list says the same of it. */
async function clocksOf({ disputeId, as }: Taken, on: string) {
  const clocks = (await disputeById(as(on), { disputeId })).proceeding?.clocks ?? [];
  const red = JSON.parse(await answerOf(county.actor("head"), "overview.redList", {}, noon(on))) as Red;
  const line = red.rows.find(({ id }) => id === disputeId);
  const past = clocks.filter(({ state }) => state === "past").map(({ dueOn }) => dueOn);
  expect(line?.dueOn ?? null).toBe(past[0] ?? null);
  expect(line?.reasons.includes("pastTerm") ?? false).toBe(past.length > 0);
  return clocks.map((c) => [c.kind, c.startedOn, c.dueOn, c.stoppedOn, c.state, c.daysOver]);
}

describe("the clocks of police sessions", () => {
  it("follow the days on which sessions were held, whichever was entered first", async () => {
    const late = await taken("2026-10-09");
    await held(late, "2026-10-14");
    await heldEarlier(late, "2026-10-12", "2026-10-15");
    expect(await clocksOf(late, "2026-10-30")).toEqual([
      ["firstSession", "2026-10-09", "2026-10-13", "2026-10-12", "met", 0],
      ["secondSession", "2026-10-12", "2026-10-21", "2026-10-14", "met", 0],
    ]);
    // Nothing else than such a session moves what has stopped, by whatever door.
    for (const set of ["stopped_on = stopped_on - 1", "stopped_on = null, stopped_by = null"])
      expect(
        await refusedWith(
          database().execute(sql`update clocks set ${sql.raw(set)} where dispute_id = ${late.disputeId}::uuid`),
        ),
        set,
      ).toBe("clockByCause");
  });

  it("of a second session begin with the first also where that seemed to bring an agreement", async () => {
    const one = await taken("2026-10-09");
    await held(one, "2026-10-13", "agreed");
    await held(one, "2026-10-27");
    expect(await clocksOf(one, "2026-10-30")).toEqual([
      ["firstSession", "2026-10-09", "2026-10-13", "2026-10-13", "met", 0],
      ["secondSession", "2026-10-13", "2026-10-22", "2026-10-27", "missed", 5],
    ]);
  });

  it("count their working days by the days off as they are now, before, within and after an appraisal", async () => {
    const [first, second] = [await taken("2026-11-02"), await taken("2026-11-02")];
    await held(second, "2026-11-04");
    await pauses(first, "2026-11-03");
    await pauses(second, "2026-11-05");
    await daysOff("2026-11-05", "2026-11-10");
    await resumes(first, "2026-11-16");
    expect((await clocksOf(first, "2026-11-16"))[0]?.[2]).toBe("2026-11-19");
    await daysOff("2026-11-16", "2026-11-18");
    expect((await clocksOf(first, "2026-11-16"))[0]?.[2]).toBe("2026-11-20");
    // One of seven days had gone by; the day off fell into the appraisal.
    expect(await resumes(second, "2026-11-23")).toEqual({ dueOn: "2026-12-01" });
    await daysOff("2026-11-23", "2026-11-30");
    expect((await clocksOf(second, "2026-11-24"))[1]).toEqual([
      ...["secondSession", "2026-11-04", "2026-12-02", null],
      ...["running", 0],
    ]);
    expect((await clocksOf(second, "2026-12-04"))[1]?.slice(4)).toEqual(["past", 2]);
  });
});

it("an appraisal that ends on the eve of the holidays leaves days and steps on working days, in office hours", async () => {
  const one = await taken("2026-09-28");
  await pauses(one, "2026-09-29");
  // The Saturday after the holidays is worked.
  expect(await resumes(one, "2026-09-30")).toEqual({ dueOn: "2026-10-10" });
  const [step] = await database().execute<{ day: string; time: string; isWorked: boolean }>(sql`
    select app.day_of(next_due_at)::text as day, to_char(next_due_at at time zone 'Asia/Shanghai', 'HH24:MI') as time,
      app.is_workday(county_id, app.day_of(next_due_at)) as "isWorked" from proceedings where dispute_id = ${one.disputeId}::uuid`);
  expect(step?.isWorked, step?.day).toBe(true);
  expect(step && step.time >= "08:30" && step.time <= "18:00", step?.time).toBe(true);
  expect(await clocksOf(one, "2026-10-10")).toEqual([["firstSession", "2026-09-28", "2026-10-10", null, "running", 0]]);
});

describe("the day on which something happened", () => {
  it("is not before what was held in it, for an end", async () => {
    const one = await taken("2026-10-09");
    await held(one, "2026-10-12");
    const ends = (happenedOn: string) =>
      endProceeding(
        one.as("2026-10-20"),
        endProceedingInput.parse({
          disputeId: one.disputeId,
          outcome: "publicSecurityToPenalty",
          failure: "notAgreed",
          reason: "双方要求相差太大",
          routesTold: ["court"],
          happenedOn,
        }),
      );
    expect(await refusedWith(ends("2026-10-11"))).toBe("dayTooEarly");
    const raw = sql`insert into endings (county_id, proceeding_id, dispute_id, outcome, routes_told, happened_on, ended_by, ended_at)
      select county_id, id, dispute_id, 'publicSecurityToPenalty', '{court}', '2026-10-11', lead_person_id, now()
      from proceedings where dispute_id = ${one.disputeId}::uuid`;
    expect(await refusedWith(database().execute(raw))).toBe("dayOutOfOrder");
    await ends("2026-10-12");
    expect((await clocksOf(one, "2026-10-30")).map((clock) => clock[3])).toEqual(["2026-10-12", "2026-10-12"]);
  });

  it("chooses the rule by which its clock counts, however late it is entered", async () => {
    const rule = { key: "peoples.months", value: 2, valueSeen: 1, validFrom: "2026-11-25" } as const;
    await setRule(county.as("county", { now: noon("2026-11-20") }), setRuleInput.parse(rule));
    const before = await taken("2026-11-26", "peoples", "2026-11-23");
    const after = await taken("2026-11-26", "peoples", "2026-11-25");
    expect((await clocksOf(before, "2026-11-26"))[0]?.[2]).toBe("2026-12-23");
    expect((await clocksOf(after, "2026-11-26"))[0]?.[2]).toBe("2027-01-25");
    // What a party asked before the acceptance was entered was asked in this proceeding.
    const asks = (askedOn: string) => ({
      disputeId: before.disputeId,
      means: "spoken",
      askedOn,
      reason: "跟对方是老乡",
    });
    const [partyId] = await partiesOf(before);
    const record = (askedOn: string) =>
      recordLeadRequest(before.as("2026-11-26"), recordLeadRequestInput.parse({ ...asks(askedOn), partyId }));
    expect(await refusedWith(record("2026-11-22"))).toBe("dayTooEarly");
    await record("2026-11-24");
  });

  it("is that of their answer where a body outside took the matter", async () => {
    const one = await taken("2026-09-08", "peoples");
    const { disputeId, as } = one;
    const offer = { disputeId, to: { body: "区信访局" }, reason: "双方都是来访人" };
    const { transferId } = await offerTransfer(as("2026-09-30"), offerTransferInput.parse(offer));
    const answer = { disputeId, transferId, isAccepted: true, source: "来访 12 号", reason: "" };
    await recordTransferAnswer(as("2026-10-12"), { ...answer, answeredOn: "2026-10-08" });
    expect(await clocksOf(one, "2026-10-20")).toEqual([
      ["peoplesMonth", "2026-09-08", "2026-10-08", "2026-10-08", "met", 0],
    ]);
  });
});
