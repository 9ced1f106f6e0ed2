import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../../kernel/transaction";
import { buildScene, type Scene } from "../database-guards/scene";
import { tablesOfCounty } from "./tables-of-county";

/** Every table there is; each row is shown and changed by somebody in particular. */
const allTables = () =>
  database().execute<{ name: string; on: boolean; forced: boolean }>(sql`
    select c.relname::text as name, c.relrowsecurity as "on", c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind in ('r', 'p') order by 1`);
/**
 * Readable in the whole county because they name no dispute, or by whoever signs in; and tables that the acts of people may not
 * read at all.
 */
const known = [
  ...tablesOfCounty,
  "content_before",
  "content_digests",
  "dispute_links",
  "dispute_merge_parties",
  "dispute_merges",
  "event_heads",
  "figure_days",
  "figure_entries",
  "figure_months",
  "force_entries",
  "force_months",
  "helper_entries",
  "helper_months",
  "idempotency_keys",
  "slots",
  "events",
  "calendar_entries",
  "town_halls",
  "town_hall_meetings",
  "panel_rules",
  "revisit_draws",
  "revisits",
  "duty_shifts",
  "number_answers",
  "dispute_words",
  "character_sounds",
];
describe("row-level security", () => {
  it("is enabled and forced on every table there is", async () => {
    const tables = await allTables();
    expect(tables.length).toBeGreaterThan(100);
    expect(tables.filter((table) => !table.on || !table.forced)).toEqual([]);
  });

  it("leaves no table that points at a dispute, a call or one of their rows to the whole county", async () => {
    const pointing = await database().execute<{ name: string }>(sql`
      with recursive inside as (
        select c.oid from pg_class c where c.relname in ('disputes', 'police_calls', 'clues', 'repeat_groups')
        union
        select f.conrelid from pg_constraint f join inside i on i.oid = f.confrelid where f.contype = 'f')
      select c.relname::text as name from pg_class c join inside i on i.oid = c.oid
      union select table_name::text from information_schema.columns where table_schema = 'public' and column_name = 'dispute_id'`);
    expect(pointing.map((row) => row.name).filter((name) => tablesOfCounty.includes(name))).toEqual([]);
  });

  it("asks its functions once per statement, never once per row", async () => {
    const policies = await database().execute<{ name: string; rule: string }>(sql`
      select tablename || '.' || policyname as name, concat_ws(' ', qual, with_check) as rule from pg_policies
      where schemaname = 'public' and 'zhongtiao_app' = any (roles)`);
    expect(policies.length).toBeGreaterThan((await allTables()).length);
    // A word for a word: nothing is looked up, and its expression stands in the plan.
    const inlined = await database().execute<{ name: string }>(sql`
      select 'app.' || proname as name from pg_proc p join pg_language l on l.oid = p.prolang
      where pronamespace = 'app'::regnamespace and provolatile = 'i' and lanname = 'sql' and not prosecdef and proconfig is null`);
    const ofRow = new RegExp(inlined.map(({ name }) => `\\b${name.replace(".", "[.]")}\\([\\w.]+\\)`).join("|"), "g");
    const perRow = policies.filter(({ rule }) =>
      /\b(app\.\w+|current_setting)\s*\(/.test(
        rule.replace(/\(?\s*SELECT app\.\w+\(\)( AS \w+)?\)/gi, "").replace(ofRow, ""),
      ),
    );
    expect(perRow.map((policy) => policy.name)).toEqual([]);
  });

  it("asks dispute_access per row, and never compares with an array of all that somebody may see", async () => {
    const policies = await database().execute<{ name: string; rule: string }>(sql`
      select tablename || '.' || policyname as name, concat_ws(' ', qual, with_check) as rule from pg_policies
      where schemaname = 'public' and 'zhongtiao_app' = any (roles)`);
    const asArray = policies.filter(({ rule }) => /\bARRAY\s*\(|\bIN\s*\(\s*SELECT\b/i.test(rule));
    expect(asArray.map((policy) => policy.name)).toEqual([]);
    const [functions] = await database().execute<{ count: number }>(sql`
      select count(*)::int as count from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'app'
      where p.proname ~ '_(disputes|proceedings|sessions)$' and p.proretset and p.prorettype = 'uuid'::regtype`);
    expect(functions).toEqual({ count: 0 });
  });

  it("cannot be bypassed by the application's role", async () => {
    const [role] = await database().execute<{ free: boolean; owned: number }>(sql`
      select rolsuper or rolbypassrls or rolcreaterole or rolcanlogin as free,
        (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'zhongtiao_app'`);
    expect(role).toEqual({ free: false, owned: 0 });
  });

  it("leaves no table to anyone but its owner and the product's groups", async () => {
    const others = await database().execute<{ grantee: string }>(sql`
      select distinct grantee from information_schema.role_table_grants
      where table_schema = 'public' and grantee not in (current_user, 'zhongtiao_app', 'zhongtiao_system')`);
    expect(others.map((row) => row.grantee)).toEqual([]);
  });
});

describe("rows that the reader may not see", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await buildScene();
    const { countyId, people } = scene.county;
    await database().execute(sql`insert into notes (county_id, id, dispute_id, lane, text, author_id, written_at)
      values (${countyId}::uuid, gen_random_uuid(), ${scene.convened.disputeId}::uuid, 'open', '话', ${people.mediator ?? ""}::uuid, now())`);
  });

  /** How many rows of each table the person reads, without the tables readable in the whole county. */
  async function read(username: string): Promise<Record<string, number>> {
    const seen: Record<string, number> = {};
    for (const { name: table } of (await allTables()).filter(({ name }) => !known.includes(name))) {
      const rows = await asActor(scene.county.as(username), (tx) =>
        tx.execute(sql`select 1 from ${sql.identifier(table)}`),
      );
      if (rows.length > 0) seen[table] = rows.length;
    }
    return seen;
  }

  it.each(["admin", "county", "lawyer"])("%s reads no row of any dispute, note or call", async (username) => {
    const [there] = await database().execute<{ notes: number; calls: number; disputes: number }>(sql`
      select (select count(*)::int from notes) as notes, (select count(*)::int from police_calls) as calls, (select count(*)::int from disputes) as disputes`);
    expect(there).toMatchObject({ notes: 1, calls: 3, disputes: 6 });
    expect(await read(username)).toEqual({});
  });

  it("an invitee who has not answered reads the dispute's outline and their invitation, no more", async () => {
    await database().execute(sql`insert into invitations select (jsonb_populate_record(i, jsonb_build_object(
      'id', gen_random_uuid(), 'person_id', ${scene.county.people.judge3 ?? ""}::text))).* from invitations i where id = ${scene.convened.invitationId}::uuid`);
    expect(await read("judge")).toEqual({ disputes: 1, dispute_access: 1, invitations: 1, proceedings: 1 });
  });
});
