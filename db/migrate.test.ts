import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { emptyDatabases } from "@/bin/operation/testing/empty-databases";
import { untilAlone } from "@/server/testing/until-alone";
import { migrate, type Source } from "./migrate";

const quiet = { max: 1, onnotice: () => undefined };
const ownUrl = process.env.DATABASE_URL ?? "";
const databases = emptyDatabases(inject("adminUrl"), new URL(ownUrl).pathname.slice(1));

/**
 * How migrations and text are carried out does not depend on how much there is of them: a few tables with a file of each
 * kind take a hundredth of the time. The whole text is tried in the last test, and by every suite that upgrades or restores.
 */
const small: Readonly<Record<string, string>> = {
  "migrations/0000_small.sql": `
    create schema app;
    create type point_kind as enum ('station', 'lookout');
    create table contact_points (id int primary key, kind point_kind not null, name text not null default '');
    create table disputes (county_id uuid, id int primary key);
    create table notes (county_id uuid, dispute_id int references disputes, text text)`,
  "sql/functions/actor.sql": `
    create function app.county() returns uuid language sql stable as $$ select null::uuid $$;
    create function app.is_proven() returns boolean language sql stable as $$ select app.is_head() $$;
    create function app.is_head() returns boolean language sql stable as $$ select false $$;`,
  "sql/functions/desk.sql": `
    create function app.written() returns bigint language sql stable as $$ select count(*) from notes f $$;
    create function app.stays() returns trigger language plpgsql as $$ begin return null; end $$;`,
  "sql/views/notes.sql": "create view app.told as select text from notes where app.is_head();",
  "sql/triggers/notes.sql":
    "create trigger notes_stay before update on notes for each row execute function app.stays();",
  "sql/policies/disputes.sql": `
    alter table disputes enable row level security;
    create policy any_relation on disputes for select to zhongtiao_app using (county_id = (select app.county()));`,
  "sql/policies/notes.sql": `
    alter table notes enable row level security;
    create policy on_desk on notes to zhongtiao_app using (exists (select from disputes s where s.id = dispute_id));`,
  "sql/grants/disputes.sql": "grant select on disputes, notes to zhongtiao_app;",
};

/** After every migration there is. */
const made = Date.UTC(2100, 0, 1);
const entryOf = (idx: number, when: number, tag: string) => ({ idx, version: "7", when, tag, breakpoints: true });

let folder: string;
let source: Source;
let sql: postgres.Sql;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-migrate-"));
  source = { migrations: path.join(folder, "migrations"), sql: path.join(folder, "sql") };
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => databases.remove());

/** The small source as it is, without what a test added to it. */
function writeSmall(): void {
  rmSync(folder, { recursive: true });
  const entries = [entryOf(0, Date.UTC(2026, 0, 1), "0000_small")];
  const journal = JSON.stringify({ version: "7", dialect: "postgresql", entries });
  for (const [name, content] of Object.entries({ ...small, "migrations/meta/_journal.json": journal })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Adds migrations to the copy, as `npm run db:generate` would. */
function add(...texts: string[]): void {
  const file = path.join(source.migrations, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: object[] };
  for (const [nth, text] of texts.entries()) {
    const tag = `900${nth}_trial`;
    journal.entries.push(entryOf(9000 + nth, made + nth, tag));
    writeFileSync(path.join(source.migrations, `${tag}.sql`), text);
  }
  writeFileSync(file, JSON.stringify(journal));
}
/** Changes a file of living text in the copy. */
function change(file: string, edit: (text: string) => string): void {
  const name = path.join(source.sql, file);
  writeFileSync(name, edit(readFileSync(name, "utf8")));
}
const columns = async (table: string) =>
  (
    await sql<
      { name: string }[]
    >`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`
  ).map(({ name }) => name);
const policiesOf = async (table: string) =>
  (await sql<{ name: string }[]>`select policyname as name from pg_policies where tablename = ${table} order by 1`).map(
    ({ name }) => name,
  );
const oids = () => sql`select oid from pg_proc where pronamespace = 'app'::regnamespace order by oid`;

describe("of a few tables", () => {
  /** Of the small source. */
  let url: string;
  beforeAll(async () => {
    url = await databases.make();
    sql = postgres(url, quiet);
  });
  afterAll(async () => {
    await untilAlone(sql);
    await sql.end();
  });
  beforeEach(async () => {
    writeSmall();
    // What a test before committed of a migration of its own is unknown to it.
    const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') as is`;
    if (there?.is) await sql`delete from drizzle.__drizzle_migrations where created_at > ${made - 1}`;
    await migrate(url, source);
  });

  describe("migrations of an installed database", () => {
    it("a new word is committed first, so that the next migration may use it", async () => {
      add(
        "ALTER TYPE point_kind ADD VALUE 'library' BEFORE 'lookout';",
        "alter table contact_points add column wish text, add constraint contact_points_wish check (kind <> 'library' or wish <> '');",
      );
      await migrate(url, source);
      const [row] = await sql<{ words: string }[]>`select enum_range(null::point_kind)::text as words`;
      expect(row?.words).toContain("library,lookout");
      expect(await columns("contact_points")).toContain("wish");
      // A process that stopped after adding the word but before recording it adds the word again, without harm.
      await sql`delete from drizzle.__drizzle_migrations where created_at = ${made}`;
      await migrate(url, source);
      await sql`alter table contact_points drop column wish`;
    });

    it("a word used in the migration that adds it is refused by PostgreSQL, and nothing of it stays", async () => {
      add(
        "ALTER TYPE point_kind ADD VALUE 'museum'; alter table contact_points add constraint contact_points_trial check (kind <> 'museum');",
      );
      await expect(migrate(url, source)).rejects.toThrow(/9000_trial\.sql: .*museum/);
      const [row] = await sql<{ words: string }[]>`select enum_range(null::point_kind)::text as words`;
      expect(row?.words).not.toContain("museum");
    });

    it("a type and its next word may be new together", async () => {
      add(
        "create type trial as enum ('one');",
        "alter type trial add value 'two';",
        "create table trials (t trial default 'two');",
      );
      await migrate(url, source);
      expect(await columns("trials")).toEqual(["t"]);
      await sql`drop table trials`;
      await sql`drop type trial`;
    });

    it("when what follows such a word fails, nobody but the owner may read until the next run has put the text in place", async () => {
      const mayRead = async () =>
        (await sql<{ may: boolean }[]>`select has_table_privilege('zhongtiao_app', 'disputes', 'select') as may`)[0]
          ?.may;
      add(
        "create type trial as enum ('one');",
        "alter type trial add value 'two';",
        "alter table no_such_table add x text;",
      );
      await expect(migrate(url, source)).rejects.toThrow(/no_such_table/);
      expect(await policiesOf("disputes")).toEqual([]);
      expect(await mayRead()).toBe(false);
      await sql`delete from drizzle.__drizzle_migrations where created_at > ${made - 1}`;
      writeSmall();
      await migrate(url, source);
      expect(await policiesOf("disputes")).not.toEqual([]);
      expect(await mayRead()).toBe(true);
      await sql`drop type trial`;
    });

    it("a statement that fails leaves nothing behind, neither of its migration nor of the text", async () => {
      const before = [await oids(), await policiesOf("disputes")];
      add("alter table contact_points add column wish text;", "alter table no_such_table add column wish text;");
      await expect(migrate(url, source)).rejects.toThrow(
        /9001_trial\.sql: .*no_such_table[\s\S]*alter table no_such_table/,
      );
      expect(await columns("contact_points")).not.toContain("wish");
      expect([await oids(), await policiesOf("disputes")]).toEqual(before);
    });

    it("a missing migration is carried out even when later ones already were", async () => {
      add("alter table contact_points add column wish text;", "select 1;");
      await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', ${made + 1})`;
      await migrate(url, source);
      expect(await columns("contact_points")).toContain("wish");
      await sql`alter table contact_points drop column wish`;
    });

    it("a table may not depend on a function of the living text", async () => {
      await sql`alter table contact_points add constraint contact_points_trial check (app.is_head() or true)`;
      change("functions/actor.sql", (text) => `${text}-- changed\n`);
      await expect(migrate(url, source)).rejects.toThrow(/contact_points_trial.* needs app\.is_head/);
      await sql`alter table contact_points drop constraint contact_points_trial`;
    });

    it("refuse a database of a newer program, and one that is older than the baseline", async () => {
      await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', ${made + 9})`;
      await expect(migrate(url, source)).rejects.toThrow(/newer program/);
      await sql`delete from drizzle.__drizzle_migrations where created_at = ${made + 9}`;
      await sql`update drizzle.__drizzle_migrations set created_at = created_at - 1`;
      await expect(migrate(url, source)).rejects.toThrow(/release before/);
      await sql`update drizzle.__drizzle_migrations set created_at = created_at + 1`;
    });
  });

  describe("the living text", () => {
    it("is left alone while nothing changes", async () => {
      const before = await oids();
      await migrate(url, source);
      expect(await oids()).toEqual(before);
    });

    it("drops what a deleted file had created", async () => {
      rmSync(path.join(source.sql, "triggers", "notes.sql"));
      await migrate(url, source);
      expect(await sql`select from pg_trigger where tgname = 'notes_stay'`).toHaveLength(0);
    });

    it("names the file and the statement that fails, and keeps the old text", async () => {
      const before = await oids();
      change("functions/desk.sql", (text) => text.replace("from notes f", "from no_such_notes f"));
      await expect(migrate(url, source)).rejects.toThrow(
        /functions\/desk\.sql: .*\n.*statement\ncreate or replace function app\./,
      );
      change("functions/desk.sql", (text) => text.replace("from no_such_notes f", "from notes f"));
      change("policies/notes.sql", (text) => text.replace("from disputes s", "from no_such_disputes s"));
      await expect(migrate(url, source)).rejects.toThrow(/policies\/notes\.sql: .*no_such_disputes/);
      expect(await oids()).toEqual(before);
    });

    it("is applied by one process at a time: two at once wait for a third, and give the same result as one", async () => {
      change("functions/actor.sql", (text) => `${text}-- changed\n`);
      const third = postgres(url, quiet);
      await third`select pg_advisory_lock(hashtext('zhongtiao migrate'))`;
      const before = await oids();
      let isOver = false;
      const both = Promise.all([migrate(url, source), migrate(url, source)]).finally(() => {
        isOver = true;
      });
      const waiting = async () =>
        (
          await sql`select from pg_locks where locktype = 'advisory' and not granted and database = (
          select oid from pg_database where datname = current_database())`
        ).length;
      while (!isOver && (await waiting()) < 2);
      const meanwhile = [isOver, await oids()];
      await third.end();
      expect(meanwhile).toEqual([false, before]);
      await both;
      expect(await oids()).not.toEqual(before);
      expect(await policiesOf("disputes")).toEqual(["any_relation", "proven"]);
    });
  });
});

describe("the living text as it is", () => {
  beforeAll(() => {
    sql = postgres(ownUrl, quiet);
  });
  afterAll(async () => {
    await untilAlone(sql);
    await sql.end();
  });

  it("takes back what was done by hand as soon as one file changes", async () => {
    await sql.unsafe(`
      drop policy any_relation on disputes;
      create policy everything on notes to public using (true);
      create function app.back_door() returns int language sql as 'select 1';
      create or replace function app.is_head() returns boolean language sql stable as 'select true';
      alter table notes no force row level security;
      drop trigger events_append_only on events;
      grant select on notes, event_heads to public;
      grant update (hash) on events to zhongtiao_app`);
    source.migrations = path.join(import.meta.dirname, "migrations");
    cpSync(path.join(import.meta.dirname, "sql"), source.sql, { recursive: true });
    change("functions/actor.sql", (text) => `${text}-- changed\n`);
    await migrate(ownUrl, source);
    expect(await policiesOf("disputes")).toContain("any_relation");
    expect(await policiesOf("notes")).not.toContain("everything");
    const [now] = await sql`select to_regproc('app.back_door') as back, app.is_head() as head,
      (select relforcerowsecurity from pg_class where oid = 'notes'::regclass) as forced,
      (select count(*)::int from pg_trigger where tgname = 'events_append_only') as guard,
      has_table_privilege('zhongtiao_app', 'event_heads', 'select') as heads, has_column_privilege('zhongtiao_app', 'events', 'hash', 'update') as hash`;
    expect(now).toEqual({ back: null, head: false, forced: true, guard: 1, heads: false, hash: false });
  });
});
