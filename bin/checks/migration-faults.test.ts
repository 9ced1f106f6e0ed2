import { describe, expect, it } from "vitest";
import { migrationFaults } from "./migration-faults.mjs";
import { sqlFaults } from "./sql-faults.mjs";

const first = "create schema app; do $$ begin execute 'grant zhongtiao_app to me'; end $$; create table t (id int);";
/** Faults of a folder that holds the first migration and one more with this text. */
const faultsOf = (text: string) =>
  migrationFaults({
    entries: [{ tag: "0000_first" }, { tag: "0001_next" }],
    files: { "0000_first.sql": first, "0001_next.sql": text },
    snapshots: ["0001_snapshot.json"],
  });

describe("a migration", () => {
  it.each([
    "ALTER TABLE t ADD COLUMN note text;",
    "ALTER TYPE \"public\".\"role\" ADD VALUE 'judge';--> statement-breakpoint\nalter type role add value if not exists 'clerk' before 'judge';",
    "-- The grant of a court, the trigger of a call.\nupdate t set note = 'nothing; was granted';",
  ])("may say %s", (text) => expect(faultsOf(text)).toEqual([]));

  it.each([
    ["ALTER TYPE role ADD VALUE 'judge'; ALTER TABLE t ADD COLUMN note text;", /55P04/],
    ["create or replace function app.f() returns int language sql as $$ select 1 $$;", /written in db\/sql/],
    ["do $$ begin execute 'create policy p on t to public using (true)'; end $$;", /written in db\/sql/],
    ["create constraint trigger x after insert on t for each row execute function f();", /written in db\/sql/],
    ["alter table t disable row level security;", /written in db\/sql/],
    ["grant select on t to zhongtiao_app;", /written in db\/sql/],
    ["update t set at = app.now();", /not there while migrations run/],
  ])("may not say %s", (text, why) => expect(faultsOf(text).join()).toMatch(why));
});

describe("a folder of migrations", () => {
  const good = {
    entries: [{ tag: "0000_first" }],
    files: { "0000_first.sql": first },
    snapshots: ["0000_snapshot.json"],
  };
  it("is whole", () => expect(migrationFaults(good)).toEqual([]));
  it.each([
    [{ ...good, entries: [...good.entries, { tag: "0001_gone" }], snapshots: ["0001_snapshot.json"] }, /0001_gone/],
    [{ ...good, files: { ...good.files, "0002_stray.sql": "" } }, /0002_stray/],
    [{ ...good, snapshots: ["0000_snapshot.json", "0001_snapshot.json"] }, /keep 0000_snapshot/],
    [{ ...good, snapshots: [] }, /no snapshot/],
  ])("is refused where something is missing or left over", (folder, why) =>
    expect(migrationFaults(folder).join()).toMatch(why),
  );
});

describe("living text", () => {
  const clock = "create function app.f() returns boolean language sql as $$ select at > app.now() from t $$;";
  it.each([
    ["functions/desk.sql", clock],
    ["policies/desk.sql", "alter table t enable row level security, force row level security;"],
    [
      "policies/desk.sql",
      "create policy p on t using (exists (select from a where a.id in (1, 2) offset 0) or (true));",
    ],
    ["grants/desk.sql", "grant select on t to zhongtiao_app;"],
  ])("%s may say %s", (file, text) => expect(sqlFaults(file, text)).toEqual([]));
  it.each([
    ["functions/desk.sql", clock.replace("app.now()", "now()"), /app\.now/],
    ["policies/desk.sql", "create policy p on t using (at > clock_timestamp());", /app\.now/],
    ["policies/desk.sql", "alter table t enable row level security;", /nothing else/],
    ["functions/desk.sql", clock.replace("create function", "create or replace function"), /created once/],
    ["policies/desk.sql", "create policy p on t using (exists (select from a where a.id in (1, 2)));", /offset 0/],
    ["triggers/desk.sql", "grant select on t to zhongtiao_app;", /nothing else/],
    ["tables/desk.sql", "", /nothing else/],
    ["grants/desk.sql", "\n".repeat(301), /300/],
  ])("%s may not say %s", (file, text, why) => expect(sqlFaults(file, text).join()).toMatch(why));
});
