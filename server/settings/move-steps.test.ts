import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { dayOf, instantOf, timeOf } from "../kernel/shanghai";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { setDaysInput } from "./inputs";
import { movedStep } from "./parts/move-steps";
import { yearsOfDays } from "./reads/years";
import { setDays } from "./set-days";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A Thursday. */
const now = instantOf("2026-11-26", "11:00");
const as = (username: string) => county.as(username, { now });
const said = (at: Date | string) => `${dayOf(new Date(at))} ${timeOf(new Date(at))}`;

it("a step keeps its hour and as many working days, or leaves a day that is off; what was said to others stays", () => {
  const off = (...days: string[]) => new Map(days.map((day) => [day, false]));
  const none = off();
  const moved = (
    step: Parameters<typeof movedStep>[0]["step"],
    due: string,
    before: Map<string, boolean>,
    after: Map<string, boolean>,
  ) => said(movedStep({ step, dueAt: instantOf(due.slice(0, 10), due.slice(11)) }, "2026-11-26", { before, after }));
  const [friday, monday] = ["2026-11-27", "2026-11-30"];
  expect(moved("giveNotice", "2026-11-27 11:00", none, off(friday))).toBe("2026-11-30 11:00");
  expect(moved("giveNotice", "2026-11-27 11:00", none, off(friday, monday))).toBe("2026-12-01 11:00");
  expect(moved("triage", "2026-11-30 09:10", off(friday), none)).toBe("2026-11-27 09:10");
  // A Saturday that is worked brings what is due after it one working day closer.
  expect(moved("bookSession", "2026-11-30 16:00", none, new Map([["2026-11-28", true]]))).toBe("2026-11-28 16:00");
  expect(moved("visit", "2026-11-30 18:00", none, off(friday))).toBe("2026-11-30 18:00");
  expect(moved("visit", "2026-11-30 18:00", none, off(monday))).toBe("2026-12-01 18:00");
  for (const step of ["holdSession", "awaitAnswers", "confirmSession", "decideLeadRequest"] as const)
    expect(moved(step, "2026-11-27 11:00", none, off(friday)), step).toBe("2026-11-27 11:00");
  expect(moved("close", "2026-11-26 17:00", none, off(friday))).toBe("2026-11-26 17:00");
});

it("days off that are entered move the steps of the county and what waits for triage, and their return moves them back", async () => {
  const [taken, waiting] = [
    await registerDispute(as("mediator"), intake()),
    await registerDispute(as("mediator"), intake()),
  ];
  const triage = { disputeId: taken.disputeId, answers: harmless, track: "peoples" };
  await triageDispute(as("mediator"), triageDisputeInput.parse(triage));
  const due = async () => {
    const [row] = await database().execute<{ step: string; triage: string }>(sql`
      select p.next_due_at as step, d.triage_due_at as triage from proceedings p, disputes d
      where p.dispute_id = ${taken.disputeId}::uuid and d.id = ${waiting.disputeId}::uuid`);
    return row && [said(row.step), said(row.triage)];
  };
  let minutes = 0;
  const enter = async (change: (free: string[]) => string[]) => {
    minutes += 1;
    const later = () => county.as("county", { now: new Date(now.getTime() + minutes * 60_000) });
    const found = (await yearsOfDays(later())).years.find(({ year }) => year === 2026);
    if (!found) throw new Error("no such year");
    const { worked, entry } = found;
    const entered = { year: 2026, notice: "县办〔2026〕9号", free: change(found.free), worked };
    await setDays(later(), setDaysInput.parse({ ...entered, entrySeen: entry?.id ?? null }));
  };
  expect(await due()).toEqual(["2026-11-27 11:00", "2026-11-27 11:00"]);
  await enter((free) => [...free, "2026-11-27"]);
  expect(await due()).toEqual(["2026-11-30 11:00", "2026-11-30 11:00"]);
  await enter((free) => free.filter((day) => day !== "2026-11-27"));
  expect(await due()).toEqual(["2026-11-27 11:00", "2026-11-27 11:00"]);
});
