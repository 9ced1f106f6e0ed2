import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loginAddresses } from "@/bin/operation/database/logins.mjs";
import { ownedDatabase } from "@/bin/operation/testing/owned-database";
import { migrate } from "./migrate";
import { type Logins, namedLogins } from "./migrating/roles";

// The database of an owner who is no superuser, as `npm start` makes it, beside another one on the same server.
let owned: Awaited<ReturnType<typeof ownedDatabase>>;
let sql: postgres.Sql;
let logins: Logins;
beforeAll(async () => {
  owned = await ownedDatabase();
  logins = named(() => "first");
  await migrate(owned.url, undefined, logins);
  sql = postgres(owned.url, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await owned.remove();
});

function named(secretOf: (login: string) => string): Logins {
  const found = namedLogins(loginAddresses(owned.url, secretOf));
  if (!found) throw new Error("no logins");
  return found;
}

/** "in" where the address lets somebody in, otherwise the code of the refusal. */
async function entering(url: string): Promise<string> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select`;
    return "in";
  } catch (error) {
    return (error as { code?: string }).code ?? "thrown";
  } finally {
    await client.end({ timeout: 1 });
  }
}

describe("the logins that migrate makes", () => {
  it("sign in, own nothing and may do nothing that roles may be allowed", async () => {
    for (const [kind, url] of Object.entries(logins)) {
      expect(await entering(url), kind).toBe("in");
      const [role] = await sql`
        select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as may,
          (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid)
            + (select count(*)::int from pg_namespace where nspowner = r.oid) as owned,
          has_database_privilege(oid, current_database(), 'create') or has_database_privilege(oid, current_database(), 'temporary') as makes
        from pg_roles r where rolname = ${new URL(url).username}`;
      expect(role, kind).toEqual({ may: false, owned: 0, makes: false });
    }
  });

  it("are in one group each, and the owner is in none", async () => {
    const of = async (member: string) =>
      (
        await sql<{ name: string }[]>`
          select name from unnest(array['zhongtiao_app', 'zhongtiao_queue', 'zhongtiao_system']) name
          where pg_has_role(${member}, name, 'usage') order by 1`
      ).map(({ name }) => name);
    expect(await of(new URL(logins.people).username)).toEqual(["zhongtiao_app"]);
    expect(await of(new URL(logins.system).username)).toEqual(["zhongtiao_app", "zhongtiao_system"]);
    expect(await of(new URL(logins.queue).username)).toEqual(["zhongtiao_queue"]);
    expect(await of(new URL(owned.url).username)).toEqual([]);
  });

  it("open their own database alone: those of another database of the server stay outside", async () => {
    const stranger = Object.assign(new URL(inject("logins").system), { pathname: new URL(owned.url).pathname });
    expect(await entering(stranger.href)).toBe("42501");
  });

  it("stay as they are when nothing is new, and get new passwords and a new secret where the old are lost", async () => {
    const state = () => sql`select xmin::text from pg_database where datname = current_database()
      union all select secret from drizzle.actor_key`;
    const before = await state();
    await migrate(owned.url, undefined, logins);
    expect(await state()).toEqual(before);

    const others = named(() => "second");
    await migrate(owned.url, undefined, others);
    expect(await entering(logins.people)).toBe("28P01");
    for (const url of Object.values(others)) expect(await entering(url)).toBe("in");
    expect(await state()).not.toEqual(before);
  });

  it("have a name of their own for each database, however long its name is", () => {
    const names = (database: string) =>
      Object.values(loginAddresses(`postgres://owner:secret@host/${database}`, () => "x")).map(
        (url) => new URL(url).username,
      );
    const long = "a".repeat(60);
    expect(names("zhongtiao")).toEqual(["zhongtiao_login_people", "zhongtiao_login_system", "zhongtiao_login_queue"]);
    for (const name of [...names(long), ...names(`${long}b`)]) expect(name.length).toBeLessThan(64);
    expect(new Set([...names(long), ...names(`${long}b`)]).size).toBe(6);
  });

  it("are refused where the owner's address names no host: they could not be told apart from the owner", () => {
    expect(() => loginAddresses("postgres:///zhongtiao?host=/run/postgresql", () => "x")).toThrow(/name the host/);
  });
});
