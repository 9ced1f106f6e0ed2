import { type ChildProcess, spawn } from "node:child_process";
import { sql } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { chanceFor } from "../testing/chance";
import { testCounty } from "../testing/county";
import { mailServer, postServer } from "../testing/receivers";
import { bookable, booked, inDays, roomOne } from "../testing/sessions";

/**
 * Every delivery has one key, which is in the Message-ID of a mail and in the Idempotency-Key of a text message, and
 * the receivers keep every message they accepted with its key. Nothing is lost when every delivery's key is among
 * them. Nothing is sent twice when each person has exactly one mail key and one text-message key. The same key may
 * arrive twice only when a worker was killed after a message was accepted and before that was recorded, so at most
 * once for each of its four parallel jobs.
 */
const people = 50;
const kills = 3;
const hands = 4;
const children: ChildProcess[] = [];
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const end of ends) await end();
});

it("a worker killed at random moments loses no message and sends none twice", { timeout: 600_000 }, async () => {
  const county = await testCounty();
  const mail = await mailServer({ text: (_to, nth) => (nth % 23 === 0 ? { code: 451, text: "busy" } : null) });
  const sms = await postServer((_post, nth) =>
    nth % 19 === 0 ? { status: 503, body: {} } : { status: 200, body: { code: 0, id: "n" } },
  );
  ends.push(mail.close, sms.close);
  const db = database();
  // No quiet hours, since the test may run at any hour.
  await db.execute(sql`insert into rules (county_id, key, value, valid_from) values
    (${county.countyId}::uuid, 'notice.quietFromHour', 8, '2020-01-01'), (${county.countyId}::uuid, 'notice.quietUntilHour', 8, '2020-01-01')`);
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(4) });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  await moveSession(
    county.as("mediator"),
    moveSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      startsAt: inDays(6),
      minutes: 90,
      roomId: county.rooms[roomOne],
    }),
  );
  // Staff of the station: they may sit there without having been asked.
  await db.execute(sql`insert into people (county_id, id, name, role, station_id, phone, phone_hash, email)
    select ${county.countyId}::uuid, gen_random_uuid(), '某' || n, 'officer', ${county.stations.LW}::uuid, '1390000' || lpad(n::text, 4, '0'), lpad(n::text, 22, 'x'), 'n' || n || '@crowd.example' from generate_series(1, ${people}) n`);
  await db.execute(sql`insert into session_people (county_id, id, dispute_id, session_id, person_id)
    select ${county.countyId}::uuid, gen_random_uuid(), ${dispute.disputeId}::uuid, ${sessionId}::uuid, id from people where email like '%@crowd.example'`);

  const start = () => {
    const child = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
      env: {
        ...process.env,
        SMTP_URL: mail.url,
        MAIL_FROM: "notices@zhongtiao.example",
        SMS_URL: sms.url,
        SMS_KEY: "a-key-of-sixteen-letters",
        NODE_ENV: "production",
      },
      stdio: "ignore",
    });
    children.push(child);
    return child;
  };
  const received = () => mail.kept.length + sms.kept.length;
  const until = (is: () => boolean | Promise<boolean>) =>
    vi.waitFor(async () => expect(await is()).toBe(true), { timeout: 120_000, interval: 20 });

  const chance = chanceFor("killed worker");
  for (let kill = 0; kill < kills; kill += 1) {
    const child = start();
    // The first kill comes while the event is announced or right after, the others while messages are sent.
    const after = kill === 0 ? 1 : received() + 1 + chance.below(15);
    await until(() => received() >= after);
    const dead = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await dead;
  }
  const open = async () => {
    const [row] = await db.execute<{ open: number }>(
      sql`select count(*)::int as open from deliveries where county_id = ${county.countyId}::uuid and status in ('queued', 'sending')`,
    );
    return row?.open ?? 0;
  };
  start();
  await until(async () => {
    // Ends the pauses before a retry, so that the test waits for the work alone.
    await db.execute(
      sql`update deliveries set not_before = now() where county_id = ${county.countyId}::uuid and status = 'queued' and not_before > now()`,
    );
    await db.execute(sql`update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'deliver' and j.locked_at is null and j.run_at > now()`);
    return (await open()) === 0;
  });

  const rows = await db.execute<{ id: string; channel: string; status: string; person: string }>(sql`
    select d.id, d.channel, d.status, n.recipient_id as person from deliveries d join notifications n on n.county_id = d.county_id and n.id = d.notification_id
      join people p on p.county_id = n.county_id and p.id = n.recipient_id and p.email like '%@crowd.example'
    where d.county_id = ${county.countyId}::uuid`);
  expect(rows.length).toBe(2 * people);
  expect(rows.filter((row) => row.status !== "sent")).toEqual([]);
  const keysOf = (channel: string) =>
    rows
      .filter((row) => row.channel === channel)
      .map((row) => row.id)
      .sort();
  const mailKeys = mail.kept.filter(({ to }) => to.endsWith("@crowd.example")).map(({ id }) => id);
  const smsKeys = sms.kept.map(({ key }) => key).filter((key) => keysOf("sms").includes(key));
  expect([...new Set(mailKeys)].sort()).toEqual(keysOf("email"));
  expect([...new Set(smsKeys)].sort()).toEqual(keysOf("sms"));
  const twice = mailKeys.length + smsKeys.length - 2 * people;
  expect(twice).toBeLessThanOrEqual(kills * hands);
  expect(new Set(mail.kept.map(({ to, id }) => `${to} ${id}`)).size).toBe(new Set(mail.kept.map(({ to }) => to)).size);
});
