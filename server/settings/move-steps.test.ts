import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { offerTransferInput } from "../handovers/inputs";
import { offerTransfer } from "../handovers/offer-transfer";
import { dayOf, instantOf, timeOf } from "../kernel/shanghai";
import { type TestCounty, testCounty } from "../testing/county";
import { askedHarmless, harmless, intake } from "../testing/disputes";
import { askEmergency } from "../windows/ask-emergency";
import { confirmEmergency } from "../windows/confirm-emergency";
import { reasonedInput, restrictDisputeInput } from "../windows/inputs";
import { restrictDispute } from "../windows/restrict-dispute";
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

let minutes = 0;
/** Enters the days off of the year as they are to be, a minute after the last entry. */
const enter = async (change: (free: string[]) => string[]) => {
  minutes += 1;
  const later = () => county.as("county", { now: new Date(now.getTime() + minutes * 60_000) });
  const found = (await yearsOfDays(later())).years.find(({ year }) => year === 2026);
  if (!found) throw new Error("no such year");
  const { worked, entry } = found;
  const entered = { year: 2026, notice: "县办〔2026〕9号", free: change(found.free), worked };
  await setDays(later(), setDaysInput.parse({ ...entered, entrySeen: entry?.id ?? null }));
};

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
  expect(await due()).toEqual(["2026-11-27 11:00", "2026-11-27 11:00"]);
  await enter((free) => [...free, "2026-11-27"]);
  expect(await due()).toEqual(["2026-11-30 11:00", "2026-11-30 11:00"]);
  await enter((free) => free.filter((day) => day !== "2026-11-27"));
  expect(await due()).toEqual(["2026-11-27 11:00", "2026-11-27 11:00"]);
});

it("moves what is to be made clear, the answer to a transfer and the review of an emergency too, each on its chain; violence waits for no office", async () => {
  const asked = { ...askedHarmless, inCourt: "unclear" as const, familyViolence: "yes" as const };
  const { disputeId } = await registerDispute(as("officer"), intake({ asked }));
  const answers = { hasMinor: "no", isViolation: "no", propertyDamage: "no" };
  await triageDispute(as("officer"), triageDisputeInput.parse({ disputeId, answers, track: "coordination" }));
  const to = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
  await offerTransfer(as("officer"), offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }));
  const { disputeId: closed } = await registerDispute(as("mediator"), intake());
  await triageDispute(
    as("mediator"),
    triageDisputeInput.parse({ disputeId: closed, answers: harmless, track: "peoples" }),
  );
  const restriction = { disputeId: closed, ground: "partyRequest", reason: "当事人要求不公开" };
  await restrictDispute(as("mediator"), restrictDisputeInput.parse(restriction));
  const request = { disputeId: closed, reason: "接警说有人要伤人" };
  const { windowId } = await askEmergency(as("officer"), reasonedInput.parse(request));
  await confirmEmergency(as("mediator2"), { disputeId: closed, windowId });
  const dues = async () => {
    const rows = await database().execute<{ due: string; at: string }>(sql`
      select kind::text as due, due_at as at from gate_steps where dispute_id = ${disputeId}::uuid
      union all select 'transfer', answer_by from transfers where dispute_id = ${disputeId}::uuid
      union all select 'review', review_due_at from reading_windows where dispute_id = ${closed}::uuid`);
    return Object.fromEntries(rows.map(({ due, at }) => [due, said(at)]));
  };
  const moves = async () =>
    (
      await database().execute<{ due: string }>(sql`
        select payload::jsonb->>'due' as due from events
        where dispute_id in (${disputeId}::uuid, ${closed}::uuid) and action = 'proceeding.moveDueDay' order by 1`)
    ).map(({ due }) => due);
  const before = {
    ...{ clarify: "2026-11-27 11:00", transfer: "2026-11-30 11:00", review: "2026-12-01 12:00" },
    ...{ takeOver: "2026-11-26 13:00", warningLetter: "2026-11-27 11:00" },
    ...{ protectionOrder: "2026-11-27 11:00", shelter: "2026-11-27 11:00" },
  };
  expect(await dues()).toEqual(before);
  await enter((free) => [...free, "2026-11-27"]);
  const moved = { clarify: "2026-11-30 11:00", transfer: "2026-12-01 11:00", review: "2026-12-02 12:00" };
  expect(await dues()).toEqual({ ...before, ...moved });
  expect(await moves()).toEqual(["clarify", "transferAnswer", "windowReview"]);
  await enter((free) => free.filter((day) => day !== "2026-11-27"));
  expect(await dues()).toEqual(before);
});
