import { describe, expect, it } from "vitest";
import { zonesIn } from "./zones-in.mjs";

const found = (text: string) => zonesIn("server/x/y.ts", text).length;

describe("a zone that nobody named", () => {
  it.each([
    "const hour = at.getHours();",
    "at.setDate(at.getDate() + 1);",
    "const text = at.toLocaleDateString('zh-CN');",
    "const clock = new Intl.DateTimeFormat('en', { hour: 'numeric' });",
    "const text = at.toDateString();",
    "const at = new Date(year, 0, 1);",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source, not a template
    "const at = new Date(`${day}T${time}`);",
    "const day = dayjs(at).format('YYYY-MM-DD');",
    "if (chineseDays.isWorkday(day)) return day;",
    "sql`select registered_at::date from disputes`",
    "sql`select date_trunc('month', registered_at)`",
    "sql`select ended_at::date - (accepted_at at time zone 'Asia/Shanghai')::date",
    "sql`select extract(year from accepted_at)`",
    "sql`select to_char(sent_at, 'YYYY-MM')`",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source, not a template
    "sql`select 1 where m.starts_at >= ${since}::date`",
    "sql`select app.now() - interval '2 days'`",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source, not a template
    "sql`select ended_at + make_interval(days => ${n})`",
  ])("is found in %s", (line) => expect(found(line)).toBe(1));

  it.each([
    "const hour = at.getUTCHours();",
    "const day = at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });",
    "const clock = new Intl.DateTimeFormat('en', {\n  timeZone: 'Asia/Shanghai',\n});",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source, not a template
    "const at = new Date(`${day}T${time}:00+08:00`);",
    "const at = new Date(value);",
    "const { lunarDay } = chineseDays.getLunarDate(day);",
    "const day = dayjs(at).tz(zone).format('YYYY-MM-DD');",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source, not a template
    "sql`select 1 where due_on < ${today}::date`",
    "sql`select (registered_at at time zone 'Asia/Shanghai')::date`",
    "sql`select (due_on + 1)::timestamp at time zone 'Asia/Shanghai'`",
    "sql`select extract(epoch from sent_at)`",
    "sql`select to_char(opens_at, 'HH24:MI')`",
    "sql`select app.now() - interval '48 hours'`",
  ])("is not seen in %s", (line) => expect(found(line)).toBe(0));
});
