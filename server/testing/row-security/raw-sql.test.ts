import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { openSignIn } from "../../access/sign-in";
import { asActor, postgresError } from "../../kernel/transaction";
import { buildScene, type Scene } from "../database-guards/scene";
import { numberAttempts } from "./number-attempts";
import { queueAttempts } from "./queue-attempts";

/*
 * What somebody gets who makes the product send any SQL: on the connections that web and worker have, and inside a
 * transaction in which a person acts. Every attempt is rolled back.
 */
const addresses = {
  people: "DATABASE_PEOPLE_URL",
  system: "DATABASE_SYSTEM_URL",
  queue: "DATABASE_QUEUE_URL",
} as const;
const logins = ["people", "system", "queue"] as const;
type Login = (typeof logins)[number];

let scene: Scene;
const clients = new Map<Login, postgres.Sql>();
beforeAll(async () => {
  scene = await buildScene();
  for (const name of ["admin", "lawyer"])
    await openSignIn(scene.county.countyId, scene.county.people[name] ?? "", new Date());
  // Something for each attempt to find: factors, codes, a binding, a known browser and a count of tries.
  const own = sql`${scene.county.countyId}::uuid, ${scene.county.people.admin ?? ""}::uuid`;
  await database().execute(sql`with
    codes as (insert into recovery_codes (county_id, person_id, code_hash, used_at) values (${own}, 'x', now())),
    bound as (insert into bound_subjects (county_id, person_id, issuer, subject, bound_at) values (${own}, 'x', 'x', now())),
    known as (insert into known_devices (county_id, person_id, token_hash, created_at, used_at) values (${own}, 'x', now(), now())),
    tries as (insert into sign_in_tries (key, wrong, wait_until, forget_at) values ('x', 9, now(), now()))
    insert into second_factors (county_id, person_id, secret, created_at, confirmed_at, last_step) values (${own}, 'x', now(), now(), 0),
      (${scene.county.countyId}::uuid, ${scene.county.people.lawyer ?? ""}::uuid, 'x', now(), now(), 0)`);
  for (const login of logins)
    clients.set(login, postgres(process.env[addresses[login]] ?? "", { max: 1, onnotice: () => undefined }));
});
afterAll(async () => {
  for (const client of clients.values()) await client.end();
});

class Undo extends Error {}

/** What the last statement comes to: the code it is refused with, or how many rows it reads or changes. */
async function outcome(transaction: (note: (rows: number) => void) => Promise<unknown>): Promise<string> {
  let rows = 0;
  try {
    await transaction((count) => {
      rows = count;
    });
  } catch (error) {
    if (!(error instanceof Undo)) return postgresError(error)?.code ?? "thrown";
  }
  return `${rows} rows`;
}

/** Sent by whoever has a login's connection and nothing else. */
const byLogin = (login: Login, statements: readonly string[]) =>
  outcome(async (note) =>
    clients.get(login)?.begin(async (tx) => {
      for (const statement of statements) note((await tx.unsafe(statement)).count);
      throw new Undo();
    }),
  );

/** Sent within a transaction in which this person acts; as the owner where nobody does. */
const inAct = (username: string | null, statements: readonly string[]) =>
  outcome((note) => {
    const send = async (tx: { execute: (query: ReturnType<typeof sql>) => Promise<{ count: number }> }) => {
      for (const statement of statements) note((await tx.execute(sql.raw(statement))).count);
      throw new Undo();
    };
    return username ? asActor(scene.county.as(username), send) : database().transaction(send);
  });

/** Refused by a missing right or a policy, or by a trigger. */
const refusals = ["42501", "23514"];

const rule = (s: Scene, key: string, from: string, value: number) =>
  `insert into rules (county_id, key, valid_from, value, changed_by, changed_at)
    values ('${s.county.countyId}', '${key}', '${from}', ${value}, app.person(), app.now())`;
/** An event of the county's chain, by this actor of this kind, at this time (the transaction's own if nothing is said). */
const event = (s: Scene, actor: string, at = "(extract(epoch from app.now()) * 1000000)::bigint") =>
  `select app.append_event('${s.county.countyId}', '${s.county.countyId}', null, null, ${actor}, 'person.change', ${at}, '{}')`;

/** Attempts that no login may succeed with: what would come of them, and how. */
const forNobody: Record<string, (s: Scene) => string[]> = {
  "a password's hash is read": () => ["select password_hash from accounts"],
  "whole accounts are read": () => ["select * from accounts"],
  "the secret of a second factor is read": () => ["select secret from second_factors"],
  "the owner's role is taken up": () => ["set role postgres"],
  "the rights of the migrating role come back with set_config": () => [
    "select set_config('role', 'none', true)",
    "select password_hash from accounts",
  ],
  "the rights of the migrating role come back with reset role": () => [
    "reset role",
    "select password_hash from accounts",
  ],
  "the session is another user's": () => ["set session authorization postgres"],
  "triggers are switched off": () => ["set session_replication_role = replica"],
  "row security is switched off and everything read": () => ["set row_security = off", "select * from disputes"],
  "a table is changed": () => ["alter table events disable trigger all"],
  "row security is taken off a table": () => ["alter table notes disable row level security"],
  "a policy is added": () => ["create policy mine on notes using (true)"],
  "a function is made": () => ["create function public.mine() returns int language sql as 'select 1'"],
  "a function is replaced": () => [
    "create or replace function app.is_system() returns boolean language sql as 'select true'",
  ],
  "a table is made": () => ["create table public.mine (id int)"],
  "a schema is made": () => ["create schema mine"],
  "a role is made": () => ["create role mine superuser"],
  "rights are given": () => ["grant select on event_heads to public"],
  "a program is run on the server": () => ["copy (select 1) to program 'true'"],
  "a file of the server is written": () => ["copy (select 1) to '/tmp/mine'"],
  "a file of the server is read": () => ["select pg_read_file('postgresql.conf')"],
  "a large object is taken from a file": () => ["select lo_import('/etc/passwd')"],
  "roles and their passwords are read": () => ["select rolpassword from pg_authid"],
  "other sessions are ended": () => [
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres' and pid <> pg_backend_pid()",
  ],
  "an event is written past the chain": (s) => [
    `insert into events select (jsonb_populate_record(e, '{"seq": 99}')).* from events e where dispute_id = '${s.unasked.disputeId}' limit 1`,
  ],
  "an event is changed": () => ["update events set payload = '{}'"],
  "an event is removed": () => ["delete from events"],
  "a chain's head is moved": () => ["update event_heads set seq = seq - 1"],
  "access is given to a dispute": (s) => [
    `insert into dispute_access (county_id, dispute_id, subject_id, relation, via) values ('${s.county.countyId}',
      '${s.unasked.disputeId}', '${s.county.people.judge}', 'lead', '${s.unasked.proceedingId}')`,
  ],
  "access is taken away": () => ["delete from dispute_access"],
  "law is changed": (s) => [rule(s, "peoples.days", "2020-01-01", 9999)],
  "a role needs no second factor any more": (s) => [rule(s, "secondFactor.admin", "2999-01-01", 0)],
  "a day becomes a working day": (s) => [
    `insert into day_overrides (county_id, day, is_workday, changed_by, changed_at)
      values ('${s.county.countyId}', '2030-01-01', true, app.person(), app.now())`,
  ],
  "a year's days off count as entered": (s) => [
    `insert into day_years (county_id, id, year, notice, entered_by, entered_at)
      values ('${s.county.countyId}', gen_random_uuid(), extract(year from app.now())::int, '假的通知', app.person(), app.now())`,
  ],
  "the list of migrations is read": () => ["select * from drizzle.__drizzle_migrations"],
  "the secret that proves who acts is read": () => ["select * from drizzle.actor_key"],
};

/** Attempts within an act of a lawyer, who is asked to no dispute. */
const forPeople: Record<string, (s: Scene) => string[]> = {
  "system rights come from a setting": () => ["select set_config('app.system', 'on', true)", "select * from disputes"],
  "they are the mediator who leads": (s) => [
    `select set_config('app.person', '${s.county.people.mediator}', true), set_config('app.role', 'mediator', true),
      set_config('app.subjects', '{${s.county.people.mediator}}', true)`,
    "select * from disputes",
  ],
  "the rights are seen of the mediator whom they say they are": (s) => [
    `select set_config('app.county', '${s.county.countyId}', true), set_config('app.subjects', '{${s.county.people.mediator}}', true),
      set_config('app.role', 'mediator', true)`,
    "select * from app.own_rights",
  ],
  "they are the administrator, and make themselves one for good": (s) => [
    `select set_config('app.person', '${s.county.people.admin}', true), set_config('app.role', 'admin', true)`,
    `update people set role = 'admin' where id = '${s.county.people.lawyer}'`,
  ],
  "they are an administrator by role alone": (s) => [
    "select set_config('app.role', 'admin', true)",
    `update people set role = 'admin' where id = '${s.county.people.lawyer}'`,
  ],
  "an event is the administrator's": (s) => [
    `select set_config('app.person', '${s.county.people.admin}', true)`,
    event(s, `'${s.county.people.admin}', 'person'`),
  ],
  "it is another day": (s) => [
    "select set_config('app.now', '2020-01-01T00:00:00.000Z', true)",
    event(s, `'${s.county.people.lawyer}', 'person'`),
  ],
  "hours of others run out at another day": () => [
    "select set_config('app.now', '2099-01-01T00:00:00.000Z', true)",
    "delete from slots",
  ],
  "the system's role is taken up": () => ["set role zhongtiao_system"],
  "the queue's role is taken up": () => ["set role zhongtiao_queue"],
  "a person is asked for by their sign-in": () => ["select * from app.signed_in('x', now(), current_date, '{}')"],
  "a hash is asked for by name": () => ["select * from app.account_to_sign_in('admin', null)"],
  "a hash is asked for by person": (s) => [
    `select app.password_hash_of('${s.county.countyId}', '${s.county.people.admin}')`,
  ],
  "a factor's secret is asked for by person": (s) => [
    `select app.factor_secret_of('${s.county.countyId}', '${s.county.people.admin}', true)`,
  ],
  "another's factor is seen": (s) => [
    `select confirmed_at from second_factors where person_id = '${s.county.people.admin}'`,
  ],
  "another's factor is taken away": (s) => [`delete from second_factors where person_id = '${s.county.people.admin}'`],
  "their own factor, which is asked for, is replaced": (s) => [
    `update second_factors set secret = 'y' where person_id = '${s.county.people.lawyer}'`,
  ],
  "their used code counts again": () => ["update recovery_codes set used_at = null"],
  "hashes of recovery codes are read": () => ["select code_hash from recovery_codes"],
  "another's recovery codes are taken away": () => ["delete from recovery_codes"],
  "another gets a recovery code": (s) => [
    `insert into recovery_codes (county_id, person_id, code_hash) values ('${s.county.countyId}', '${s.county.people.admin}', 'y')`,
  ],
  "a subject opens another's account": (s) => [
    `insert into bound_subjects values ('x', 'y', '${s.county.countyId}', '${s.county.people.admin}', now())`,
  ],
  "a subject opens their own account without their password": (s) => [
    `insert into bound_subjects values ('x', 'y', '${s.county.countyId}', '${s.county.people.lawyer}', now())`,
  ],
  "another's binding is given up": () => ["delete from bound_subjects"],
  "whom a subject stands for is read": () => ["select subject from bound_subjects"],
  "another's sign-in may bind": (s) => [
    `update sign_ins set binds_until = now() where person_id = '${s.county.people.admin}'`,
  ],
  "a browser becomes known": (s) => [
    `insert into known_devices values ('${s.county.countyId}', '${s.county.people.admin}', 'y', now(), now())`,
  ],
  "known browsers are read": () => ["select * from known_devices"],
  "they become administrator": (s) => [`update people set role = 'admin' where id = '${s.county.people.lawyer}'`],
  "they write another person": (s) => [
    `insert into people (county_id, id, name, role) values ('${s.county.countyId}', gen_random_uuid(), '新人', 'admin')`,
  ],
  "they set another's password": (s) => [
    `update accounts set password_hash = 'x' where person_id = '${s.county.people.admin}'`,
  ],
  "they make an account": (s) => [
    `insert into accounts (county_id, person_id, username, password_hash) values ('${s.county.countyId}', gen_random_uuid(), 'second', 'x')`,
  ],
  "another's account is read": (s) => [`select username from accounts where person_id = '${s.county.people.admin}'`],
  "another's sign-ins are read": (s) => [`select seen_at from sign_ins where person_id = '${s.county.people.admin}'`],
  "a sign-in is made for another": (s) => [
    `insert into sign_ins (id_hash, county_id, person_id, created_at, seen_at, expires_at)
      values ('x', '${s.county.countyId}', '${s.county.people.admin}', now(), now(), now() + interval '1 day')`,
  ],
  "a sign-in of their own is made past signing in": (s) => [
    `insert into sign_ins (id_hash, county_id, person_id, created_at, seen_at, expires_at)
      values ('y', '${s.county.countyId}', '${s.county.people.lawyer}', now(), now(), now() + interval '9 years')`,
  ],
  "their own sign-in lasts longer": () => ["update sign_ins set expires_at = now() + interval '1 year'"],
  "counts of wrong tries are forgotten": () => ["delete from rate_limits"],
  "waits after wrong tries are forgotten": () => ["delete from sign_in_tries"],
  "another's hour is given back": (s) => [`delete from slots where session_id = '${s.convened.sessionId}'`],
  "another's hour is taken for nothing": (s) => [
    `insert into slots (county_id, session_id, resource, resource_id, during)
      values ('${s.county.countyId}', '${s.convened.sessionId}', 'person', '${s.county.people.lawyer}', '[2031-01-01,2031-01-02)')`,
  ],
  "a station is renamed": () => ["update stations set name = '假所'"],
  "a room is closed": () => ["update rooms set disabled_at = now()"],
  "a force is renamed": () => ["update forces set name_zh = '假'"],
  "a person joins a force": (s) => [
    `insert into person_forces (county_id, person_id, force_code) select county_id, '${s.county.people.lawyer}', code from forces limit 1`,
  ],
  "a seat on the panel is ruled": (s) => [
    `insert into panel_rules (county_id, committee_id, dispute_type, force_code, valid_from, need, written_by, written_at)
      select p.county_id, p.committee_id, 'neighbour', f.code, '2026-01-01', 'required', p.id, now() from people p, forces f
      where p.id = '${s.county.people.committee}' and f.county_id = p.county_id limit 1`,
  ],
  ...numberAttempts,
  "a number is skipped": () => ["update counters set value = value + 2"],
  "a link's secret is read": () => ["select token_hash, code_hash from invitation_links"],
  "a visit is opened without the link": () => [
    "update invitation_links set visit_hash = 'x', visit_expires_at = now()",
  ],
  "a feed's secret is read": () => ["select token_hash from feed_tokens"],
  "jobs are read": () => ["select * from graphile_worker.jobs"],
  "jobs are read from their table": () => ["select * from graphile_worker._private_jobs"],
  "a job is changed": () => ["update graphile_worker._private_jobs set attempts = max_attempts"],
  "a job is written past the function": () => ["select graphile_worker.add_job('prune')"],
  "a job is made for another county": () => [
    `select app.add_job('announce', '{"countyId": "00000000-0000-0000-0000-000000000000"}', null, null)`,
  ],
  ...queueAttempts,
  "an event names another person": (s) => [event(s, `'${s.county.people.admin}', 'person'`)],
  "an event names the system": (s) => [event(s, "null, 'system'")],
  "an event is dated back": (s) => [event(s, `'${s.county.people.lawyer}', 'person'`, "0")],
};

describe.each(logins)("with the connection of %s, no SQL brings about that", (login) => {
  it.each(Object.keys(forNobody))("%s", async (name) => {
    expect(refusals).toContain(await byLogin(login, forNobody[name]?.(scene) ?? []));
  });
});

describe("in an act of a person, no SQL brings about that", () => {
  it.each(Object.keys(forPeople))("%s", async (name) => {
    const statements = forPeople[name]?.(scene) ?? [];
    const result = await inAct("lawyer", statements);
    if (result !== "0 rows") return expect(refusals).toContain(result);
    // A wall that stands before nothing proves nothing: the owner finds rows there.
    expect(await inAct(null, statements)).not.toBe("0 rows");
  });

  it.each(Object.keys(forPeople))("%s, without anybody acting", async (name) => {
    expect([...refusals, "0 rows"]).toContain(await byLogin("people", forPeople[name]?.(scene) ?? []));
  });
});
