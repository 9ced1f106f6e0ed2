import type { JobHelpers } from "graphile-worker";
import { beforeAll, expect, it } from "vitest";
import { holdSession } from "../sessions/hold-session";
import { holdSessionInput } from "../sessions/inputs";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, booking, inDays, stateOf } from "../testing/sessions";
import { tasks } from "./tasks";
import { timeOf } from "./time-of";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const dueAt = (run_at: Date) => ({ job: { run_at } }) as JobHelpers;

it("is now for a late job, and the job's due time for an early one", () => {
  expect(timeOf({ run_at: new Date(0) }).getTime()).toBeGreaterThan(Date.now() - 60_000);
  const ahead = new Date(Date.now() + 3_600_000);
  expect(timeOf({ run_at: ahead })).toEqual(ahead);
});

it("decides a hold that has expired by the database's clock, even if the worker's clock is slow", async () => {
  const input = holdSessionInput.parse(await booking(county, await bookable(county), { startsAt: inDays(3, "09:00") }));
  const { sessionId, heldUntil } = await holdSession(county.as("mediator"), input);
  const payload = { countyId: county.countyId, sessionId };
  await tasks.expireHold?.(payload, dueAt(new Date()));
  expect(await stateOf(county, sessionId)).toMatchObject({ status: "booked" });
  await tasks.expireHold?.(payload, dueAt(new Date(heldUntil)));
  expect(await stateOf(county, sessionId)).toMatchObject({ status: "cancelled" });
});
