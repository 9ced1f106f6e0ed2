import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { notificationsIn, testMessaging } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { openVisit } from "../access/link-entry";
import { checkpointKeeper } from "../audit/parts/checkpoint-keeper";
import { addCalendar } from "../availability/add-calendar";
import { addCalendarInput } from "../availability/inputs";
import { reportClue } from "../calls/report-clue";
import { addShifts } from "../consultations/add-shifts";
import { askQuestion } from "../consultations/ask-question";
import { giveInstruction } from "../instructions/give-instruction";
import { addDays, dayOf } from "../kernel/shanghai";
import { makeLink } from "../links/make-link";
import { endOfOfficeDay } from "../rules/office-hours";
import { holdSession } from "../sessions/hold-session";
import { holdSessionInput } from "../sessions/inputs";
import { agreedDispute, payClause, sealedAgreement } from "../testing/agreements";
import { eventsOf, invitationRow } from "../testing/asked";
import { invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { defaultRules } from "../testing/facts";
import { refusedWith } from "../testing/refused";
import { bookable, booked, booking, inDays, stateOf } from "../testing/sessions";
import { checkpointTasks } from "./checkpoint-tasks";
import { notificationTasks } from "./notification-tasks";
import { tasks } from "./tasks";

const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const files = { before: process.env.ZHONGTIAO_FILES, own: "" };
const { messaging, mail, sms } = testMessaging();
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW"]);
  files.own = await mkdtemp(path.join(tmpdir(), "zhongtiao-tasks-"));
  process.env.ZHONGTIAO_FILES = files.own;
  vi.stubEnv("ZHONGTIAO_CERTIFICATES", path.join(files.own, "certificates"));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  if (files.before === undefined) delete process.env.ZHONGTIAO_FILES;
  else process.env.ZHONGTIAO_FILES = files.before;
  await rm(files.own, { recursive: true });
});

/** One task as the worker runs it: by its name, with a payload of the queue, at the time the queue says. */
async function run(name: string, payload: unknown, runAt: Date, createdAt = new Date()): Promise<void> {
  const keeper = checkpointKeeper({ folder: files.own });
  const all = { ...tasks, ...notificationTasks(messaging), ...checkpointTasks(keeper) };
  await all[name]?.(payload, { job: { run_at: runAt, created_at: createdAt } } as JobHelpers);
}

interface Queued extends Record<string, unknown> {
  id: string;
  task: string;
  payload: unknown;
  run_at: string;
  created_at: string;
}

/** Carries out whatever is enqueued until then, and whatever that enqueues. Gives the names of the tasks. */
async function work(until: Date): Promise<Set<string>> {
  const done = new Set<string>();
  for (;;) {
    const [job] = await database().execute<Queued>(sql`
      select j.id::text, j.task_identifier as task, p.payload, j.run_at::text, j.created_at::text
      from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
      where j.run_at <= ${until.toISOString()}::timestamptz order by j.run_at, j.id limit 1`);
    if (!job) return done;
    await database().execute(sql`select graphile_worker.complete_jobs(array[${job.id}::bigint])`);
    await run(job.task, job.payload, new Date(job.run_at), new Date(job.created_at));
    done.add(job.task);
  }
}

describe("what acts enqueue is carried out under its name", () => {
  it("when people are asked and told, stay silent, are replaced and reminded, and a link is locked", async () => {
    const dispute = await bookable(county);
    await booked(county, dispute, { startsAt: inDays(3, "09:30") });
    const { invitationId } = await invited(county, dispute, "judge");
    const locked = await invited(county, dispute, "lawyer");
    const { token } = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, ...locked });
    const wrong = ["0000", "1111"] as const;
    for (let n = 0; n < 10; n += 1)
      await refusedWith(openVisit(token ?? "", wrong[n % 2] ?? "", "203.0.113.9", new Date()));
    const held = holdSessionInput.parse(
      await booking(county, await bookable(county), { startsAt: inDays(4, "09:00") }),
    );
    const { sessionId } = await holdSession(county.as("mediator"), held);

    const done = await work(days(4));
    const expected = ["announce", "deliver", "expireHold", "expireInvitations", "substituteInvitation"];
    expect([...done]).toEqual(expect.arrayContaining([...expected, "escalateSilence", "remind", "tellOfLock"]));
    expect((await invitationRow(invitationId)).status).toBe("expired");
    expect(await eventsOf(dispute.disputeId, "invitation.lockLink")).toHaveLength(1);
    expect((await eventsOf(dispute.disputeId, "invitation.substitute")).length).toBeGreaterThan(0);
    expect(await stateOf(county, sessionId)).toMatchObject({ status: "cancelled" });
    const told = (await notificationsIn(county.countyId)).map(({ kind }) => kind);
    expect(told).toEqual(expect.arrayContaining(["invited", "linkLocked", "reminderDay"]));
    expect(mail.length + sms.length).toBeGreaterThan(0);
  });

  it("when a question waits for the lawyer on duty, and a calendar is to be read", async () => {
    const shift = { from: new Date().toISOString(), until: days(0.01).toISOString() };
    await addShifts(county.as("committee"), { personId: county.people.lawyer ?? "", shifts: [shift] });
    const asked = await askQuestion(county.as("grid"), { question: "没有借条怎么办？", pointId: null });
    const ics = addCalendarInput.parse({ address: "https://127.0.0.1/own.ics", label: "手机日历" });
    const { calendarId } = await addCalendar(county.as("judge"), ics);

    await reportClue(county.as("grid"), {
      place: "江畔",
      text: "两家为停车吵",
      pointId: county.points["江畔社区调解室"] ?? "",
    });
    const { disputeId } = await bookable(county);
    const answerBy = endOfOfficeDay(addDays(dayOf(new Date()), 1), { rules: defaultRules, overrides: new Map() });
    await giveInstruction(county.as("head"), {
      disputeId,
      kind: "urge",
      wish: "请抓紧约双方",
      answerBy: answerBy.toISOString(),
    });

    const done = await work(days(9));
    expect([...done]).toEqual(expect.arrayContaining(["passConsultation", "passConsultations", "readCalendar"]));
    expect([...done]).toEqual(expect.arrayContaining(["passClue", "passInstruction"]));
    const told = (await notificationsIn(county.countyId)).map(({ kind }) => kind);
    expect(told).toEqual(expect.arrayContaining(["clueUnanswered", "instructionOverdue"]));
    const [left] = await database().execute<{ duty: string | null; problem: string }>(sql`
      select (select duty_id from consultations where id = ${asked.consultationId}::uuid) as duty,
        (select problem from imported_calendars where id = ${calendarId}::uuid) as problem`);
    expect(left).toEqual({ duty: null, problem: "privateAddress" });
    await run("readCalendars", {}, new Date());
    expect(await queued("readCalendar")).toBe(1);
  });
});

const queued = async (task: string) => {
  const [row] = await database().execute<{ jobs: number }>(
    sql`select count(*)::int as jobs from graphile_worker.jobs where task_identifier = ${task}`,
  );
  return row?.jobs ?? 0;
};

describe("what recurs is carried out under its name", () => {
  it("orders lost messages again, and tells of work that was given up", async () => {
    await bookable(county);
    await invited(county, await bookable(county), "cadre");
    for (const { id, payload } of await database().execute<Queued>(sql`
      select p.id::text, p.payload from graphile_worker._private_jobs p join graphile_worker.jobs j on j.id = p.id where j.task_identifier = 'announce'`)) {
      await database().execute(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`);
      await run("announce", payload, new Date());
    }
    const before = await queued("deliver");
    expect(before).toBeGreaterThan(0);
    await database().execute(
      sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs where task_identifier = 'deliver'`,
    );
    await run("orderDeliveries", {}, days(2));
    expect(await queued("deliver")).toBe(before);
    await database().execute(
      sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Error', updated_at = now()`,
    );
    await run("tellFailures", {}, days(0.01));
    expect((await notificationsIn(county.countyId)).map(({ kind }) => kind)).toContain("workFailed");
  });

  it("reminds whoever owes something that its day is near", async () => {
    const agreed = await agreedDispute(county);
    await sealedAgreement(county, agreed, [payClause(agreed, 100, { dueOn: addDays(dayOf(new Date()), 9) })]);
    await run("remindObligors", {}, days(7));
    expect((await notificationsIn(county.countyId)).map(({ kind }) => kind)).toContain("obligationDueSoon");
  });

  it("draws who asks about what was closed last month", async () => {
    const agreed = await agreedDispute(county);
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    await database().execute(sql`alter table proceedings disable trigger user`);
    await database().execute(sql`update proceedings set status = 'closed', outcome = 'agreedWritten', accepted_at = (date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') - interval '9 days',
      ended_at = (date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') - interval '1 day' where dispute_id = ${agreed.disputeId}::uuid`);
    await database().execute(sql`alter table proceedings enable trigger user`);
    await run("drawRevisits", {}, new Date());
    expect((await notificationsIn(county.countyId)).map(({ kind }) => kind)).toContain("revisitDrawn");
  });

  it("signs a checkpoint, and removes keys after a week and bytes that no row names after a day", async () => {
    const folder = path.join(files.own, county.countyId, "00");
    await mkdir(folder, { recursive: true });
    const orphan = path.join(folder, "0".repeat(64));
    await writeFile(orphan, "x");
    await utimes(orphan, days(-2), days(-2));
    await run("signCheckpoint", {}, new Date());
    await run("makeSmalls", {}, new Date());
    await run("pruneFiles", {}, new Date());
    // The work of the tests before was carried out up to four days ahead.
    await run("prune", {}, days(12));
    expect(await readdir(folder)).toEqual([]);
    expect(await readdir(files.own)).toContain("checkpoints.jsonl");
    const [kept] = await database().execute<{ keys: number }>(sql`select count(*)::int as keys from idempotency_keys`);
    expect(kept?.keys).toBe(0);
  });
});
