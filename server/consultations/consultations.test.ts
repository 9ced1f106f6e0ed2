import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { addShifts } from "./add-shifts";
import { answerQuestion } from "./answer-question";
import { askQuestion } from "./ask-question";
import { closeQuestion } from "./close-question";
import { linkConsultation } from "./link-consultation";
import { passConsultation, passConsultations } from "./pass-question";
import { dutyBadge, dutyQuestions, linkChoices, ofDispute, ownQuestions, stationQuestions } from "./reads/questions";
import { removeShift } from "./remove-shift";

const minute = 60_000;
const question = "老张借了三万没打欠条，只有微信记录，能要回来吗？";
const answer = "微信记录能作证据。先发一条催款的消息，让他回话承认数目。";
const first = { before: null };

let county: TestCounty;
let now: Date;
// Each test has a roster of its own.
beforeEach(async () => {
  county = await testCounty();
  now = new Date();
});
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * minute);

/** A lawyer on duty from so many minutes to so many minutes from now. */
async function onDuty(username: string, from: number, until: number) {
  const shifts = [{ from: inMinutes(from).toISOString(), until: inMinutes(until).toISOString() }];
  const { shiftIds } = await addShifts(county.as("committee", { now }), {
    personId: county.people[username] ?? "",
    shifts,
  });
  return shiftIds[0] ?? "";
}
const ask = (username = "grid", text = question) =>
  askQuestion(county.as(username, { now }), { question: text, pointId: null });
const answers = (username: string, consultationId: string, at = now) =>
  answerQuestion(county.as(username, { now: at }), { consultationId, answer });
const pass = (consultationId: string, at: Date) => passConsultation({ countyId: county.countyId, consultationId }, at);
const holder = async (consultationId: string) => {
  const [row] = await database().execute<{ duty_id: string | null; due_at: string }>(
    sql`select duty_id, due_at from consultations where id = ${consultationId}::uuid`,
  );
  return row?.duty_id ?? null;
};
const jobOf = async (consultationId: string) => {
  const [row] = await database().execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where key = ${`consultation:${consultationId}`}`,
  );
  return row ? new Date(row.run_at).getTime() : null;
};
const lawyerId = () => county.people.lawyer ?? "";
const otherId = () => county.people.lawyer2 ?? "";

describe("a question", () => {
  it("goes to the lawyer on duty at this minute, who has the county's time to answer; the event holds ids alone", async () => {
    await onDuty("lawyer", -60, 120);
    const asked = await ask();
    expect(asked).toMatchObject({ duty: "林晓岚", dueAt: inMinutes(30).toISOString(), next: null });
    expect(await jobOf(asked.consultationId)).toBe(inMinutes(30).getTime());
    const event = await lastCountyEvent(county.countyId);
    expect(event.action).toBe("consultation.ask");
    expect(event.payload).toEqual({
      consultationId: asked.consultationId,
      stationId: county.stations.LW,
      dutyId: lawyerId(),
    });
    const { waiting } = await dutyQuestions(county.as("lawyer"), first);
    expect(waiting).toMatchObject([{ question, askedBy: "冯小军", status: "waiting" }]);
    expect(await dutyBadge(county.as("lawyer"))).toEqual({ isLawyer: true, waiting: 1 });
    expect(await dutyBadge(county.as("judge"))).toEqual({ isLawyer: false, waiting: 0 });
  });

  it("asked while nobody is on duty says who comes next, and the station sees it at once", async () => {
    await onDuty("lawyer", 60, 120);
    const asked = await ask();
    expect(asked).toMatchObject({ duty: null, next: { name: "林晓岚", from: inMinutes(60).toISOString() } });
    expect(asked.dueAt).toBe(inMinutes(90).toISOString());
    const station = await stationQuestions(county.as("mediator"), { filter: "waiting", before: null });
    expect(station).toMatchObject({ waiting: 1, duty: { on: null, next: { name: "林晓岚" } } });
    expect(station.rows).toMatchObject([{ question, duty: null }]);
    await pass(asked.consultationId, inMinutes(61));
    expect(await holder(asked.consultationId)).toBe(lawyerId());
  });

  it("is refused with an ID number, from roles that may not ask, and from people without a workplace", async () => {
    expect(await refusedWith(ask("grid", "他的号是 11010119900307002X，怎么办"))).toBe("idNumberInQuestion");
    for (const username of ["lawyer", "head", "committee", "county", "admin"])
      expect(await refusedWith(ask(username)), username).toBe("forbidden");
    const homeless = county.as("grid", { now });
    homeless.actor.stationId = null;
    expect(await refusedWith(askQuestion(homeless, { question, pointId: null }))).toBe("workplaceNeeded");
  });

  it("is closed by whoever asked it, while it waits, and by nobody else", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    expect(await refusedWith(closeQuestion(county.as("grid2"), { consultationId }))).toBe("notFound");
    expect(await refusedWith(closeQuestion(county.as("mediator"), { consultationId }))).toBe("notFound");
    await closeQuestion(county.as("grid"), { consultationId });
    expect((await lastCountyEvent(county.countyId)).action).toBe("consultation.close");
    expect(await refusedWith(closeQuestion(county.as("grid"), { consultationId }))).toBe("questionClosed");
    expect(await refusedWith(answers("lawyer", consultationId))).toBe("questionClosed");
  });
});

describe("a question that waits", () => {
  it("stays with its lawyer until the time to answer is over, then goes to the next on duty", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    await onDuty("lawyer2", -5, 200);
    await pass(consultationId, inMinutes(10));
    expect(await holder(consultationId)).toBe(lawyerId());
    await pass(consultationId, inMinutes(31));
    expect(await holder(consultationId)).toBe(otherId());
    const event = await lastCountyEvent(county.countyId);
    expect(event).toMatchObject({ action: "consultation.pass", payload: { was: lawyerId(), dutyId: otherId() } });
    expect(await jobOf(consultationId)).toBe(inMinutes(61).getTime());
  });

  it("goes on when the shift ends, and comes back in turn", async () => {
    await onDuty("lawyer", -60, 20);
    await onDuty("lawyer2", 20, 200);
    const { consultationId } = await ask();
    expect(await jobOf(consultationId)).toBe(inMinutes(20).getTime());
    await pass(consultationId, inMinutes(20));
    expect(await holder(consultationId)).toBe(otherId());
    await pass(consultationId, inMinutes(20));
    expect(await holder(consultationId)).toBe(otherId());
  });

  it("stays with the only one on duty although they are late, and is looked at when the next shift begins", async () => {
    await onDuty("lawyer", -60, 120);
    await onDuty("lawyer2", 90, 200);
    const { consultationId } = await ask();
    await pass(consultationId, inMinutes(31));
    expect(await holder(consultationId)).toBe(lawyerId());
    expect(await jobOf(consultationId)).toBe(inMinutes(90).getTime());
    await pass(consultationId, inMinutes(91));
    expect(await holder(consultationId)).toBe(otherId());
  });

  it("waits for nobody when the roster is empty, and for a lawyer once one is on duty", async () => {
    const shiftId = await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    await removeShift(county.as("committee", { now }), { shiftId });
    await passConsultations({ countyId: county.countyId }, now);
    expect(await holder(consultationId)).toBeNull();
    await onDuty("lawyer2", -1, 60);
    await passConsultations({ countyId: county.countyId }, now);
    expect(await holder(consultationId)).toBe(otherId());
  });

  it("is left alone by the worker once it is answered", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    await answers("lawyer", consultationId);
    await onDuty("lawyer2", -5, 200);
    await pass(consultationId, inMinutes(60));
    expect(await holder(consultationId)).toBe(lawyerId());
  });
});

describe("an answer", () => {
  it("comes from the lawyer on duty and reaches the asker; the event names ids alone", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    await answers("lawyer", consultationId);
    const own = await ownQuestions(county.as("grid"), first);
    expect(own.rows).toMatchObject([{ status: "answered", answer, answeredBy: "林晓岚", dispute: null }]);
    const event = await lastCountyEvent(county.countyId);
    expect(event).toMatchObject({
      action: "consultation.answer",
      actorId: lawyerId(),
      payload: { consultationId, stationId: county.stations.LW, askedBy: county.people.grid },
    });
    expect(JSON.stringify(event)).not.toContain("微信");
    expect((await dutyQuestions(county.as("lawyer"), first)).answered.rows).toMatchObject([{ answer }]);
  });

  it("may come from a colleague on duty at this minute, but from no lawyer off duty and no other helper", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    expect(await refusedWith(answers("lawyer2", consultationId))).toBe("notFound");
    expect(await refusedWith(answers("judge", consultationId))).toBe("notFound");
    for (const username of ["grid", "mediator", "officer"])
      expect(await refusedWith(answers(username, consultationId)), username).toBe("forbidden");
    await onDuty("lawyer2", -5, 60);
    await answers("lawyer2", consultationId);
  });

  it("after a colleague's is refused with that reason, however late; off duty no reason is given", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    await answers("lawyer", consultationId);
    expect(await refusedWith(answers("lawyer2", consultationId))).toBe("notFound");
    await onDuty("lawyer2", -5, 60);
    expect(await refusedWith(answers("lawyer2", consultationId))).toBe("questionClosed");
  });

  it("once given is not given again, and sent twice with one key counts once", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    const ctx = county.as("lawyer", { now });
    await answerQuestion(ctx, { consultationId, answer });
    await answerQuestion(ctx, { consultationId, answer });
    expect(await refusedWith(answers("lawyer", consultationId))).toBe("questionClosed");
  });
});

describe("a consultation beside a dispute", () => {
  it("is put there by whoever writes on the dispute; then its lead team reads it, and the asker learns nothing of it", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    await answers("lawyer", consultationId);
    const { disputeId } = await acceptedDispute(county);
    expect(await refusedWith(linkConsultation(county.as("officer"), { consultationId, disputeId }))).toBe("forbidden");
    expect(await refusedWith(linkConsultation(county.as("mediator3"), { consultationId, disputeId }))).toBe("notFound");
    expect(await refusedWith(linkConsultation(county.as("grid"), { consultationId, disputeId }))).toBe("notFound");
    await linkConsultation(county.as("mediator"), { consultationId, disputeId });
    for (const username of ["mediator", "mediator2", "committee"])
      expect(await ofDispute(county.as(username), { disputeId }), username).toMatchObject([{ question, answer }]);
    expect(await refusedWith(ofDispute(county.as("head"), { disputeId }))).toBe("forbidden");
    expect(JSON.stringify(await ownQuestions(county.as("grid"), first))).not.toContain(disputeId);
    const station = await stationQuestions(county.as("officer"), { filter: "all", before: null });
    expect(station.rows[0]?.dispute).toMatchObject({ id: disputeId });
    expect(await refusedWith(linkConsultation(county.as("mediator"), { consultationId, disputeId }))).toBe(
      "consultationLinked",
    );
  });

  it("offers the lead team its own disputes alone, and an officer those they lead", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect((await linkChoices(county.as("mediator"))).map((one) => one.id)).toContain(disputeId);
    expect(await linkChoices(county.as("officer"))).toEqual([]);
    expect(await linkChoices(county.as("mediator3"))).toEqual([]);
  });

  it("is not made of a closed question", async () => {
    const { consultationId } = await ask();
    await closeQuestion(county.as("grid"), { consultationId });
    const { disputeId } = await acceptedDispute(county);
    expect(await refusedWith(linkConsultation(county.as("mediator"), { consultationId, disputeId }))).toBe(
      "questionClosed",
    );
  });
});

describe("the limits of who reads questions", () => {
  it("shows a question to its asker, its station and its lawyer, not even by raw SQL to anybody else", async () => {
    await onDuty("lawyer", -60, 120);
    await ask();
    const sees = async (username: string) =>
      (await asActor(county.as(username), (tx) => tx.execute(sql`select question from consultations`))).length;
    for (const username of ["grid", "mediator", "mediator2", "officer", "head", "lawyer"])
      expect(await sees(username), username).toBe(1);
    for (const username of [
      "grid2",
      "mediator3",
      "officer3",
      "head2",
      "lawyer2",
      "judge",
      "committee",
      "county",
      "admin",
    ])
      expect(await sees(username), username).toBe(0);
  });

  it("lets nobody change what was asked or answered, and nobody answer in another's name", async () => {
    await onDuty("lawyer", -60, 120);
    const { consultationId } = await ask();
    const change = (username: string, set: ReturnType<typeof sql>) =>
      refusedWith(
        asActor(county.as(username), (tx) =>
          tx.execute(sql`update consultations set ${set} where id = ${consultationId}::uuid`),
        ),
      );
    expect(await change("grid", sql`question = '别的'`)).toBe("consultationFixed");
    await answers("lawyer", consultationId);
    expect(await change("mediator", sql`answer = '改过'`)).toBe("consultationFixed");
    expect(await change("lawyer", sql`status = 'waiting', answer = '', answered_by = null, answered_at = null`)).toBe(
      "consultationFixed",
    );
  });
});
