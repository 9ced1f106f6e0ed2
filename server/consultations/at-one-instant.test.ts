import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { announceAll, deliverAll, notificationsIn, testMessaging, waysIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import type { Problem } from "../kernel/problem";
import { jobKeys } from "../testing/asked";
import { type TestCounty, testCounty } from "../testing/county";
import { addShifts } from "./add-shifts";
import { answerQuestion } from "./answer-question";
import { askQuestion } from "./ask-question";
import { closeQuestion } from "./close-question";
import { passConsultation, passConsultations } from "./pass-question";
import { removeShift } from "./remove-shift";

const minute = 60_000;
let county: TestCounty;
let now: Date;
beforeEach(async () => {
  county = await testCounty();
  now = new Date();
  await database().execute(sql`delete from graphile_worker._private_jobs`);
});

async function onDuty(username: string, from = -60, until = 120): Promise<string> {
  const at = (minutes: number) => new Date(now.getTime() + minutes * minute).toISOString();
  const { shiftIds } = await addShifts(county.as("committee", { now }), {
    personId: county.people[username] ?? "",
    shifts: [{ from: at(from), until: at(until) }],
  });
  return shiftIds[0] ?? "";
}
const ask = async () =>
  (await askQuestion(county.as("grid", { now }), { question: "押金条丢了还能退押金吗？", pointId: null }))
    .consultationId;
const late = () => new Date(now.getTime() + 45 * minute);
const answers = (username: string, consultationId: string, at = now) =>
  answerQuestion(county.as(username, { now: at }), { consultationId, answer: "能退，有转账记录就行。" });
const close = (consultationId: string) => closeQuestion(county.as("grid", { now: late() }), { consultationId });
const pass = (consultationId: string) => passConsultation({ countyId: county.countyId, consultationId }, late());
const state = async (consultationId: string) => {
  const [row] = await database().execute<{ status: string; duty: string | null; answered: boolean }>(sql`
    select c.status, p.name as duty, c.answered_at is not null as answered from consultations c
      left join people p on p.county_id = c.county_id and p.id = c.duty_id where c.id = ${consultationId}::uuid`);
  return row;
};
/** The events of one question, in the order of the chain. */
const story = async (consultationId: string) => {
  const rows = await database().execute<{ action: string }>(sql`
    select action from events where county_id = ${county.countyId}::uuid and payload::jsonb->>'consultationId' = ${consultationId} order by seq`);
  return rows.map(({ action }) => action.replace("consultation.", ""));
};

describe("at the same instant", () => {
  it("of two lawyers one answers; the other is told", async () => {
    await onDuty("lawyer");
    await onDuty("lawyer2");
    const consultationId = await ask();
    const both = await Promise.allSettled([answers("lawyer", consultationId), answers("lawyer2", consultationId)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "questionClosed" } });
    expect(await story(consultationId)).toEqual(["ask", "answer"]);
  });

  it("answering, passing on and closing at once: one of them ends it, nothing follows, and whoever was late is told", async () => {
    await onDuty("lawyer");
    await onDuty("lawyer2");
    for (let round = 0; round < 8; round += 1) {
      const consultationId = await ask();
      const [first, second, passed, closed] = await Promise.allSettled([
        answers("lawyer", consultationId, late()),
        answers("lawyer2", consultationId, late()),
        pass(consultationId),
        close(consultationId),
      ]);
      const ends = [first, second, closed];
      expect(ends.filter((one) => one.status === "fulfilled")).toHaveLength(1);
      for (const one of ends)
        if (one.status === "rejected") expect((one.reason as Problem).code).toBe("questionClosed");
      expect(passed.status).toBe("fulfilled");
      const after = await state(consultationId);
      expect(after).toMatchObject({ status: closed.status === "fulfilled" ? "closed" : "answered" });
      expect(after?.answered).toBe(closed.status === "rejected");
      const storyOf = await story(consultationId);
      expect(storyOf.at(-1)).toBe(closed.status === "fulfilled" ? "close" : "answer");
      expect(storyOf.slice(1, -1).every((action) => action === "pass")).toBe(true);
      expect(storyOf.length).toBeLessThanOrEqual(3);
    }
  });

  it("each change of the roster has the questions that wait looked at again", async () => {
    const looked = async () => (await jobKeys("passConsultations")).includes(`consultations:${county.countyId}`);
    const shiftId = await onDuty("lawyer");
    expect(await looked()).toBe(true);
    await database().execute(sql`delete from graphile_worker._private_jobs`);
    await removeShift(county.as("committee", { now }), { shiftId });
    expect(await looked()).toBe(true);
  });

  it("the roster changes while the time runs out: the question is passed on once, to a lawyer on duty", async () => {
    const shift = await onDuty("lawyer");
    await onDuty("lawyer2");
    const consultationId = await ask();
    await Promise.all([
      removeShift(county.as("committee", { now: late() }), { shiftId: shift }),
      pass(consultationId),
      pass(consultationId),
      passConsultations({ countyId: county.countyId }, late()),
    ]);
    await passConsultations({ countyId: county.countyId }, late());
    expect(await state(consultationId)).toMatchObject({ status: "waiting", duty: "司马青" });
    expect(await story(consultationId)).toEqual(["ask", "pass"]);
  });
});

describe("a mail that could not leave at once", () => {
  it("does not ask for an answer any more when the question was answered, closed or passed on meanwhile", async () => {
    await onDuty("lawyer");
    const [answered, closed, waiting] = [await ask(), await ask(), await ask()];
    await announceAll();
    await answers("lawyer", answered);
    await close(closed);
    const { messaging, mail } = testMessaging();
    await deliverAll(messaging, late());
    expect(mail.filter((one) => one.to.address === "lawyer@demo.example")).toHaveLength(1);
    const held = (await waysIn(county.countyId)).filter((way) => way.includes("email suppressed"));
    expect(held).toEqual(Array(2).fill("林晓岚 consultationAsked email suppressed notAskedAnyMore"));
    await onDuty("lawyer2");
    await ask();
    await announceAll();
    await passConsultations({ countyId: county.countyId }, new Date(now.getTime() + 80 * minute));
    await deliverAll(messaging, late());
    expect((await state(waiting))?.duty).toBe("司马青");
    expect((await waysIn(county.countyId)).filter((way) => way.includes("handedOn"))).not.toEqual([]);
    expect((await notificationsIn(county.countyId)).length).toBeGreaterThan(4);
  });
});
