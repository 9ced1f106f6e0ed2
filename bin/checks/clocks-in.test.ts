import { describe, expect, it } from "vitest";
import { clocksIn } from "./clocks-in.mjs";

const found = (line: string, file = "server/x/y.ts") => clocksIn(file, line).length;

describe("a clock of its own", () => {
  it.each([
    "const at = new Date();",
    "const at = new Date",
    "const at = Date.now();",
    "const read = Date.now;",
    "const text = Date();",
    "dayjs()",
    "sql`select 1 where held_until > now()`",
    "sql`select NOW ( )`".replace(" (", "("),
    "sql`select current_date`",
    "sql`select current_timestamp`",
    "sql`select clock_timestamp()`",
    "sql`select 'today'::date`",
  ])("is found in %s", (line) => expect(found(line)).toBe(1));

  it.each([
    "const at = new Date(row.startsAt);",
    "type At = Date | null; let read: () => Date;",
    "const began = performance.now();",
    "sql`select 1 where held_until > app.now()`",
    "// new Date() is for the edges",
    " * not now(), which is the database's",
    'const group: TodayGroup = "today";',
  ])("is not seen in %s", (line) => expect(found(line)).toBe(0));

  it("leaves app.now() its definition and the queue its own hours", () => {
    const file = "db/sql/functions/actor.sql";
    expect(found("select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())", file)).toBe(0);
    expect(found("perform graphile_worker.reschedule_jobs(array[p_job], run_at => now());", file)).toBe(0);
    expect(found("-- now() is the transaction's start", file)).toBe(0);
    expect(found("update slots set held_until = now();", file)).toBe(1);
  });
});
