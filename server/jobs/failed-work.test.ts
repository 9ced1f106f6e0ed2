import { sql } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { createTranslator } from "next-intl";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import admin from "@/app/_i18n/messages/zh-CN/admin.json";
import { notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import type { CheckpointKeeper } from "../audit/parts/checkpoint-keeper";
import { givenUpWork } from "../kernel/given-up-work";
import type { Messaging } from "../notifications/parts/messaging";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { checkpointTasks } from "./checkpoint-tasks";
import { notificationTasks } from "./notification-tasks";
import { failedWork, failedWorkCount } from "./queries";
import { retryWork } from "./retry-work";
import { tasks } from "./tasks";
import { tellFailures } from "./tell-failures";
import { withoutFacts } from "./without-facts";

let county: TestCounty;
let other: TestCounty;
beforeAll(async () => {
  county = await testCounty();
  other = await testCounty();
});
beforeEach(() => database().execute(sql`delete from graphile_worker._private_jobs`));

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** A job with no tries left whose last error was `error`; of no county when it names none. */
async function failed(task: string, countyId: string | null, error: string): Promise<string> {
  const payload = JSON.stringify(countyId ? { countyId } : {});
  await database().execute(sql`select app.add_job(${task}, ${payload}::json, null, null)`);
  const [job] = await database().execute<{ id: string }>(sql`
    update graphile_worker._private_jobs set attempts = max_attempts, last_error = ${error}, updated_at = now()
    where id = (select max(id) from graphile_worker._private_jobs) returning id::text`);
  return job?.id ?? "";
}
const failAgain = (id: string) =>
  database().execute(
    sql`update graphile_worker._private_jobs set attempts = max_attempts, updated_at = now() where id = ${id}::bigint`,
  );
const listed = async (of: TestCounty, username = "admin") =>
  (await failedWork(of.as(username))).rows.map(({ task, error }) => `${task} ${error}`).sort();

describe("what the queue keeps of an error", () => {
  it("is a code, though the database's own message repeats names", async () => {
    await database().execute(sql`select app.add_job('prune', '{}'::json, 'once', null)`);
    await database().execute(sql`update graphile_worker._private_jobs set max_attempts = 1`);
    const broken = async () => {
      await database().execute(sql`insert into rules (county_id, key, value, valid_from)
        values (${county.countyId}::uuid, ${"金丝雀"}, ${"金丝雀"}::integer, '2026-01-01')`);
    };
    await runOnce({
      connectionString: process.env.DATABASE_QUEUE_URL ?? "",
      taskList: withoutFacts({ prune: broken }),
      logger: new Logger(() => () => undefined),
    });
    const [job] = await database().execute<{ error: string }>(
      sql`select last_error as error from graphile_worker._private_jobs`,
    );
    expect(job?.error).toBe("22P02");
    expect(await listed(county)).toEqual(["prune 22P02"]);
  });
});

describe("jobs that failed for good", () => {
  it("are listed for the county's administrator together with the system's own, and for nobody else; without sentences", async () => {
    await failed("announce", county.countyId, "23505/notifications_told_once");
    await failed("remind", other.countyId, "ZodError");
    await failed("prune", null, "Failed query: insert … params: 张建国");
    await database().execute(sql`select app.add_job('remind', '{}'::json, null, null)`);
    expect(await listed(county)).toEqual(["announce 23505/notifications_told_once", "prune "]);
    expect(await listed(other)).toEqual(["prune ", "remind ZodError"]);
    expect(await listed(county, "mediator")).toEqual([]);
    expect(await failedWorkCount(county.as("admin"))).toBe(2);
    expect(await givenUpWork()).toBe(3);
  });

  it("are enqueued again with all their tries by the administrator, once, and leave an event", async () => {
    const id = await failed("readCalendar", county.countyId, "ECONNREFUSED");
    expect(await refusedWith(retryWork(county.as("mediator"), { jobId: id }))).toBe("forbidden");
    expect(await refusedWith(retryWork(other.as("admin"), { jobId: id }))).toBe("workNotFailed");
    const [first, second] = await Promise.allSettled([
      retryWork(county.as("admin"), { jobId: id }),
      retryWork(county.as("admin"), { jobId: id }),
    ]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    const [job] = await database().execute<{ attempts: number; due: boolean }>(
      sql`select attempts, run_at <= now() as due from graphile_worker.jobs where id = ${id}::bigint`,
    );
    expect(job).toEqual({ attempts: 0, due: true });
    expect(await listed(county)).toEqual([]);
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "work.retry",
      actorId: county.people.admin,
      payload: { jobId: id, task: "readCalendar" },
    });
  });

  it("are reported to the administrators once, all in one notification; after another failure again", async () => {
    const notified = async () => (await notificationsIn(county.countyId)).map(({ kind, name }) => `${kind} ${name}`);
    const id = await failed("announce", county.countyId, "Error");
    await failed("prune", null, "Error");
    await tellFailures(later(1));
    await tellFailures(later(6));
    expect(await notified()).toEqual(["workFailed 陆远"]);
    const [notification] = await database().execute<{ count: number; ways: string[] }>(sql`
      select (n.params->>'count')::int as count, array_agg(d.channel::text order by d.channel) as ways from notifications n
        join deliveries d on d.county_id = n.county_id and d.notification_id = n.id where n.county_id = ${county.countyId}::uuid group by n.id, n.params`);
    expect(notification?.count).toBe(2);
    expect(notification?.ways).toContain("inApp");
    await retryWork(county.as("admin"), { jobId: id });
    await tellFailures(later(11));
    expect((await notified()).length).toBe(1);
    await failAgain(id);
    await tellFailures(later(16));
    await tellFailures(later(21));
    expect((await notified()).length).toBe(2);
  });

  it("count among them a seal without its file after six tries, while the queue goes on trying", async () => {
    await failed("keepSealed", county.countyId, "ENOSPC");
    await failed("makePaper", county.countyId, "ENOSPC");
    const tried = (attempts: number) =>
      database().execute(sql`update graphile_worker._private_jobs set attempts = ${attempts}`);
    await tried(5);
    expect([await listed(county), await givenUpWork()]).toEqual([[], 0]);
    await tried(6);
    expect([await listed(county), await givenUpWork()]).toEqual([["keepSealed ENOSPC"], 1]);
  });

  it("have a name for every task", () => {
    const t = createTranslator({ locale: "zh-CN", messages: { admin }, namespace: "admin.work.tasks" });
    const all = {
      ...tasks,
      ...notificationTasks({ ports: {} } as Messaging),
      ...checkpointTasks({} as CheckpointKeeper),
    };
    for (const task of Object.keys(all)) expect(t.has(task as never), task).toBe(true);
  });
});
