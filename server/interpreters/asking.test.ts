import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { announceAll, deliverAll, nextMorning, remindAll, testMessaging } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { appRouter } from "../api/root";
import { tasks } from "../jobs/tasks";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { ofDispute } from "../sessions/reads/sessions";
import { eventsOf } from "../testing/asked";
import { consented, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { booked, inDays, pastTriggers } from "../testing/sessions";
import { callerFactory } from "../trpc/init";
import { answerAsking } from "./answer-asking";
import { askInterpreterAgain } from "./ask-interpreter-again";
import { endInterpreter } from "./end-interpreter";
import {
  answerAskingInput,
  askInterpreterAgainInput,
  type NameInterpreterInput,
  nameInterpreterInput,
  recordAskingAnswerInput,
} from "./inputs";
import { nameInterpreter } from "./name-interpreter";
import { ownInterpreting } from "./reads/own-interpreting";
import { recordAskingAnswer } from "./record-asking-answer";

let county: TestCounty;
let days = 3;
beforeAll(async () => {
  county = await testCounty();
});
beforeEach(() => database().execute(sql`delete from graphile_worker._private_jobs`));

const name = (input: object) =>
  nameInterpreter(county.as("mediator"), nameInterpreterInput.parse(input) as NameInterpreterInput);

/** A session some days ahead, with what a naming says of its first party. */
async function ahead() {
  days += 1;
  const accepted = await acceptedDispute(county);
  await consented(county, accepted);
  const startsAt = inDays(days, "09:00");
  const { sessionId } = await booked(county, accepted, { startsAt, minutes: 60 });
  const parties = (await partiesOf(county, accepted)).map((party) => party.id);
  const place = { at: "session", sessionId };
  return { ...accepted, sessionId, startsAt, parties, help: { disputeId: accepted.disputeId, place, kind: "sign" } };
}
const sessionOf = async ({ disputeId }: { disputeId: string }) => {
  const [session] = (await ofDispute(county.as("mediator"), { disputeId })).sessions;
  if (!session) throw new Error("no session");
  return session;
};
const askingOf = async (of: { disputeId: string }) => (await sessionOf(of)).interpreters[0]?.asking ?? null;
const answering = (who: string, askingId: string, answer: object) =>
  answerAsking(county.as(who), answerAskingInput.parse({ askingId, answer }));
/** A task as the worker carries it out, at the time for which the queue keeps it. */
const work = async (task: string, payload: object, runAt: Date) =>
  tasks[task]?.(payload, { job: { run_at: runAt } } as JobHelpers);
const no = { is: "no", reason: "busy", note: "那天要上课" };
const moved = async ({ disputeId, sessionId }: { disputeId: string; sessionId: string }, time: string) => {
  const [row] = await database().execute<{ version: number; room: string }>(
    sql`select version, room_id as room from sessions where id = ${sessionId}::uuid`,
  );
  const to = { startsAt: inDays(days, time), minutes: 60, roomId: row?.room, sessionVersion: row?.version };
  await moveSession(county.as("mediator"), moveSessionInput.parse({ disputeId, sessionId, ...to }));
};
/** Tells everything that waits and gives the text messages that went out to this number. */
async function texts(phone: string, now: Date) {
  const { messaging, sms } = testMessaging();
  await announceAll({ now });
  await deliverAll(messaging, now);
  return sms.flatMap(({ to, text }) => (to.address === phone ? [text] : []));
}
/** Who was told what since the last look. */
const told = async (of: { disputeId: string }) => {
  await announceAll();
  const rows = await database().execute<{ kind: string; to: string }>(
    sql`select kind, recipient_kind as to from notifications where dispute_id = ${of.disputeId}::uuid and kind <> 'sessionBooked' order by created_at, id`,
  );
  return rows.map((row) => `${row.kind} ${row.to}`).sort();
};

describe("somebody of the county who is asked to interpret", () => {
  it("says yes, or no with a reason, or another time; the lead is told, and nobody answers for anybody else", async () => {
    const at = await ahead();
    await name({ ...at.help, partyIds: at.parties, who: { from: "county", personId: county.people.property } });
    const [own, other] = await ownInterpreting(county.as("property"));
    expect([own?.status, other?.askingId]).toEqual(["sent", own?.askingId]);
    const askingId = own?.askingId ?? "";
    expect(await told(at)).toEqual(["interpreterAsked person"]);
    const yes = { is: "yes", startsAt: at.startsAt };
    expect(await refusedWith(answering("judge", askingId, yes))).toBe("notFound");
    expect(await refusedWith(answering("property", askingId, { ...yes, startsAt: inDays(days, "08:00") }))).toBe(
      "hourChanged",
    );
    const times = [{ startsAt: inDays(days, "14:00"), endsAt: inDays(days, "15:00") }];
    await answering("property", askingId, { is: "otherTimes", times, note: "" });
    expect((await askingOf(at))?.proposals).toEqual(times);
    await answering("property", askingId, yes);
    expect((await askingOf(at))?.status).toBe("accepted");
    expect(await refusedWith(ofDispute(county.as("property"), at))).toBe("notFound");
    // A yes may become a no: their hour is free, and somebody else, or they once more, can be asked.
    await answering("property", askingId, no);
    expect(await ownInterpreting(county.as("property"))).toEqual([]);
    const { interpreters, refusedInterpreters } = await sessionOf(at);
    expect(interpreters).toEqual([]);
    expect(refusedInterpreters).toMatchObject([{ name: "孙立", asking: { status: "declined", note: "那天要上课" } }]);
    const slots = await database().execute(
      sql`select 1 from slots where session_id = ${at.sessionId}::uuid and resource_id = ${county.people.property}::uuid`,
    );
    expect(slots).toHaveLength(0);
    expect(await refusedWith(answering("property", askingId, yes))).toBe("askingClosed");
    expect(await told(at)).toEqual([
      "interpreterAsked person",
      "invitationAnswered person",
      "invitationAnswered person",
      "timesProposed person",
    ]);
    expect((await eventsOf(at.disputeId, "interpreter.answer")).map((one) => one.answer)).toEqual([
      "otherTimes",
      "yes",
      "no",
    ]);
    await name({ ...at.help, partyIds: at.parties, who: { from: "county", personId: county.people.property } });
    expect((await askingOf(at))?.status).toBe("sent");
  });

  it("is not named any more once their time is over, and an answer that was heard is entered with who said it", async () => {
    const at = await ahead();
    const who = { from: "county", personId: county.people.property };
    await name({ ...at.help, partyIds: [at.parties[0]], who });
    const { id = "", answerBy = "" } = (await askingOf(at)) ?? {};
    const target = { countyId: county.countyId, askingId: id };
    await expect(work("expireAsking", target, new Date())).rejects.toMatchObject({ code: "stillWaiting" });
    await work("expireAsking", target, new Date(answerBy));
    await work("expireAsking", target, new Date(answerBy));
    expect((await sessionOf(at)).refusedInterpreters).toMatchObject([{ asking: { status: "expired" } }]);
    await name({ ...at.help, partyIds: [at.parties[0]], who });
    const heard = (over: object = {}) =>
      recordAskingAnswerInput.parse({
        ...{ disputeId: at.disputeId, means: "phone", saidBy: "其妻子", answer: { is: "yes", startsAt: at.startsAt } },
        ...over,
      });
    const asking = (await askingOf(at)) ?? { id: "" };
    const now = new Date();
    const enter = (over: object) =>
      recordAskingAnswer(county.as("mediator", { now }), heard({ askingId: asking.id, ...over }));
    expect(await refusedWith(enter({ saidAt: "2026-01-01T00:00:00Z" }))).toBe("saidBeforeAsked");
    await enter({ saidAt: now.toISOString() });
    expect(await askingOf(at)).toMatchObject({ status: "accepted", saidBy: "其妻子" });
    expect(await told(at)).toEqual([
      "answerRecorded person",
      "interpreterAsked person",
      "interpreterAsked person",
      "invitationExpired person",
    ]);
  });
});

describe("somebody from outside who is asked to interpret", () => {
  const phone = "13957441823";
  const address = "203.0.113.7";
  const guestAt = (now: Date) => callerFactory(appRouter)(() => ({ signedIn: null, now, requestId: "TEST", address }));
  const linkIn = (text: string | undefined) => /\/i#([\w-]+)/.exec(text ?? "")?.[1] ?? "";

  it("gets the question with a link, answers by it, and is told of the new hour, of the day before and that they are not needed", async () => {
    const at = await ahead();
    const who = { from: "outside", name: "阿依古丽", phone };
    const { interpreterIds } = await name({
      ...at.help,
      kind: "spoken",
      language: "维吾尔语",
      partyIds: [at.parties[0]],
      who,
    });
    const now = nextMorning();
    const guest = guestAt(now);
    const [first] = await texts(phone, now);
    const token = linkIn(first);
    expect(token).not.toBe("");
    await expect(guest.links.open({ token, phoneEnd: "0000" })).rejects.toThrow();
    const { visit } = await guest.links.open({ token, phoneEnd: phone.slice(-4) });
    const read = await guest.links.read({ visit });
    expect(read).toMatchObject({
      name: "阿依古丽",
      invitation: null,
      asking: { isWaiting: true, helps: [{ kind: "spoken", language: "维吾尔语" }], from: { name: "沈静" } },
    });
    // When, where and what for: no party, no dispute.
    expect(JSON.stringify(read)).not.toMatch(/刘玉芬|张建国/);
    expect(JSON.stringify(read)).not.toContain(at.disputeId);
    const startsAt = read.asking?.session?.startsAt ?? "";
    const given = () => ({ visit, key: v7() });
    for (const ask of [
      guest.links.deputies({ visit }),
      guest.links.disclose({ ...given(), input: { ties: [{ name: 0, kind: "kin" }] } }),
    ])
      await expect(ask).rejects.toMatchObject({ code: "NOT_FOUND" });
    // Asked anew for another hour, with the same link; a yes to the hour before is none.
    await moved(at, "14:00");
    const [again] = await texts(phone, now);
    expect(linkIn(again)).toBe(token);
    const accept = (start: string) =>
      guest.links.accept({ ...given(), input: { declaresNoTie: true, startsAt: new Date(start).toISOString() } });
    await expect(accept(startsAt)).rejects.toMatchObject({ code: "CONFLICT" });
    await accept(inDays(days, "14:00"));
    expect((await guest.links.calendar({ visit, locale: "zh-CN" })).text).toContain("BEGIN:VEVENT");
    await moved(at, "15:00");
    const [new1] = await texts(phone, now);
    expect(new1).toMatch(/调解会改在.*15:00/);
    expect(linkIn(new1)).toBe(token);
    const dayBefore = new Date(new Date(inDays(days, "15:00")).getTime() - 20 * 3_600_000);
    await remindAll(dayBefore);
    expect(await texts(phone, dayBefore)).toHaveLength(1);
    await endInterpreter(county.as("mediator"), { disputeId: at.disputeId, interpreterId: interpreterIds[0] ?? "" });
    const [last] = await texts(phone, now);
    expect(last).toMatch(/不用您来/);
    await expect(guest.links.open({ token, phoneEnd: phone.slice(-4) })).rejects.toThrow();
  });

  it("who turns out to be tied is told not to come, and their link opens nothing any more", async () => {
    const at = await ahead();
    const own = "13957441824";
    await name({ ...at.help, partyIds: [at.parties[0]], who: { from: "outside", name: "买买提", phone: own } });
    const now = nextMorning();
    const token = linkIn((await texts(own, now))[0]);
    await database().execute(sql`update parties set phone_hash = (select phone_hash from interpreters where session_id = ${at.sessionId}::uuid),
      phone = (select phone from interpreters where session_id = ${at.sessionId}::uuid), phone_line_hash = (select phone_line_hash from interpreters where session_id = ${at.sessionId}::uuid),
      phone_end_hash = (select phone_end_hash from interpreters where session_id = ${at.sessionId}::uuid) where id = ${at.parties[1]}::uuid`);
    expect((await sessionOf(at)).interpreters).toEqual([]);
    await expect(guestAt(now).links.open({ token, phoneEnd: own.slice(-4) })).rejects.toThrow();
    const [job] = await database().execute<{ payload: { countyId: string; interpreterId: string } }>(sql`
      select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'tellTiedOutsider'`);
    if (!job) throw new Error("no job");
    await work("tellTiedOutsider", job.payload, new Date());
    expect((await texts(own, now))[0]).toMatch(/不用您来/);
  });
});

describe("whoever said no or nothing", () => {
  const again = (disputeId: string, askingId: string, by = "mediator") =>
    askInterpreterAgain(county.as(by), askInterpreterAgainInput.parse({ disputeId, askingId }));

  it("is asked once more by one press: for the same parties, with a new time, and what they said stays", async () => {
    const at = await ahead();
    await name({ ...at.help, partyIds: at.parties, who: { from: "county", personId: county.people.property } });
    const first = (await askingOf(at))?.id ?? "";
    expect(await refusedWith(again(at.disputeId, first))).toBe("alreadyThere");
    expect(await refusedWith(again(at.disputeId, v7()))).toBe("notFound");
    await answering("property", first, no);
    await told(at);
    const { interpreterIds } = await again(at.disputeId, first);
    const { interpreters, refusedInterpreters } = await sessionOf(at);
    expect(interpreters.map(({ id }) => id).sort()).toEqual([...interpreterIds].sort());
    expect(interpreters.every(({ asking }) => asking?.status === "sent")).toBe(true);
    expect(interpreters.map(({ partyId }) => partyId).sort()).toEqual([...at.parties].sort());
    expect(refusedInterpreters).toMatchObject([{ id: first, asking: { status: "declined" } }]);
    expect((await told(at)).filter((one) => one === "interpreterAsked person")).toHaveLength(2);
    const second = interpreters[0]?.asking?.id ?? "";
    await answering("property", second, { is: "yes", startsAt: at.startsAt });
    expect((await askingOf(at))?.status).toBe("accepted");
  });

  it("from outside is reached at the same number again, and only for whom they were still needed", async () => {
    const at = await ahead();
    const who = { from: "outside", name: "阿依古丽", phone: "13900004321" };
    const { interpreterIds } = await name({ ...at.help, partyIds: at.parties, who });
    const first = await askingOf(at);
    await endInterpreter(county.as("mediator"), { disputeId: at.disputeId, interpreterId: interpreterIds[1] ?? "" });
    const target = { countyId: county.countyId, askingId: first?.id };
    await work("expireAsking", target, new Date(first?.answerBy ?? ""));
    await again(at.disputeId, first?.id ?? "");
    const { interpreters } = await sessionOf(at);
    expect(interpreters.map(({ name, partyId }) => [name, partyId])).toEqual([["阿依古丽", at.parties[0]]]);
    const rows = await database().execute<{ same: number }>(sql`
      select count(distinct phone_hash)::int as same from interpreters where dispute_id = ${at.disputeId}::uuid and phone_hash <> ''`);
    expect(rows[0]?.same).toBe(1);
  });

  it("is not asked once the session has begun, nor of one that was called off", async () => {
    const at = await ahead();
    await name({ ...at.help, partyIds: at.parties, who: { from: "county", personId: county.people.property } });
    const first = (await askingOf(at))?.id ?? "";
    await answering("property", first, no);
    const late = askInterpreterAgain(
      county.as("mediator", { now: new Date(Date.parse(at.startsAt) + 60_000) }),
      askInterpreterAgainInput.parse({ disputeId: at.disputeId, askingId: first }),
    );
    expect(await refusedWith(late)).toBe("sessionStarted");
    await pastTriggers(sql`update sessions set status = 'cancelled' where id = ${at.sessionId}::uuid`);
    expect(await refusedWith(again(at.disputeId, first))).toBe("sessionNotBooked");
  });
});
