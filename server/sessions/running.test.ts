import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { moveCheckInput } from "../calendars/inputs";
import { moveCheck } from "../calendars/reads/move-check";
import { startSession } from "../desk/start-session";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { type TestCounty, testCounty } from "../testing/county";
import { runningSession, type TestDesk } from "../testing/desk";
import { unreached } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { dayIn, failedBecause, inDays, roomTwo, slotsOf, stateOf, writeHours } from "../testing/sessions";
import { cancelSession } from "./cancel-session";
import { cancelSessionInput, moveSessionInput, recordSessionInput } from "./inputs";
import { moveSession } from "./move-session";
import { calendar } from "./reads/calendar";
import { recordSession } from "./record-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A session of the past days that was started at the desk. */
async function begun(): Promise<TestDesk> {
  const desk = await runningSession(county);
  await startSession(county.as("mediator", { now: desk.now }), target(desk));
  return desk;
}
const target = ({ disputeId, sessionId }: TestDesk) => ({ disputeId, sessionId });
const stepOf = async ({ disputeId }: TestDesk) => (await disputeById(county.as("mediator"), { disputeId })).proceeding;

describe("a session that has been started", () => {
  it("is neither moved nor cancelled, and keeps its hour until it is recorded", async () => {
    const desk = await begun();
    const as = () => county.as("mediator", { now: desk.now });
    const seen = { ...target(desk), sessionVersion: 2 };
    const to = { startsAt: inDays(40), minutes: 60, roomId: county.rooms[roomTwo] };
    expect(await refusedWith(moveSession(as(), moveSessionInput.parse({ ...seen, ...to })))).toBe("sessionRunning");
    const cancel = cancelSessionInput.parse({ ...seen, reason: "不开了" });
    expect(await refusedWith(cancelSession(as(), cancel))).toBe("sessionRunning");
    expect(await stateOf(county, desk.sessionId)).toMatchObject({ status: "booked", version: 2 });
    expect(await slotsOf(county, desk.sessionId)).toBe(2);
    const record = recordSessionInput.parse({ ...seen, result: "adjourned", text: "改天再谈" });
    await recordSession(as(), record);
    expect((await stateOf(county, desk.sessionId)).status).toBe("ended");
  });

  it("must be recorded before its proceeding may end", async () => {
    const desk = await begun();
    const end = endProceedingInput.parse({
      disputeId: desk.disputeId,
      ...(await unreached(desk.disputeId, desk.now)),
    });
    const as = () => county.as("mediator", { now: desk.now });
    expect(await refusedWith(endProceeding(as(), end))).toBe("needs.noSessionUnderWay");
    await recordSession(
      as(),
      recordSessionInput.parse({
        ...target(desk),
        sessionVersion: 2,
        result: "failed",
        text: "谈不拢",
        ...failedBecause([]),
      }),
    );
    await endProceeding(as(), end);
  });

  it("is the dispute's next step by name, with its lead and a due time, from the first minute on", async () => {
    const desk = await runningSession(county);
    expect(await stepOf(desk)).toMatchObject({ nextStep: "holdSession", detail: { session: { isRunning: false } } });
    await startSession(county.as("mediator", { now: desk.now }), target(desk));
    const step = await stepOf(desk);
    expect(step).toMatchObject({
      nextStep: "recordSession",
      nextOwner: "沈静",
      detail: { session: { ordinal: 1, isRunning: true } },
    });
    expect(Date.parse(step?.nextDueAt ?? "")).toBeGreaterThan(desk.now.getTime());
  });

  it("cannot be moved in the calendar, even if its hour lies ahead", async () => {
    const desk = await runningSession(county);
    // Started before its time: the desk is open on the session's own day.
    const later = inDays(1, "11:00");
    await writeHours(desk.sessionId, later, inDays(1, "12:30"));
    const day = dayIn(1);
    const mine = async () =>
      (await calendar(county.as("mediator"), { from: day, to: day, people: false })).blocks.find(
        ({ id }) => id === desk.sessionId,
      );
    expect((await mine())?.session?.canMove).toBe(true);
    await database().execute(sql`update sessions set started_at = now() where id = ${desk.sessionId}::uuid`);
    expect((await mine())?.session?.canMove).toBe(false);
    const asked = moveCheckInput.parse({ bookingId: desk.sessionId, disputeId: desk.disputeId, from: day, to: day });
    expect(await refusedWith(moveCheck(county.as("mediator"), asked))).toBe("notFound");
  });
});
