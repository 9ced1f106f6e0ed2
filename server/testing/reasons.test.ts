import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { saysSomething } from "../kernel/words";

it("every column in which somebody says why refuses what says nothing", async () => {
  const columns = await database().execute<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and column_name ~ '(^|_)(reason|why|grounds|justification)$'`);
  const checked = await database().execute<{ name: string }>(sql`
    select t.tgrelid::regclass || '.' || split_part(encode(t.tgargs, 'escape'), chr(92), 1) as name
    from pg_trigger t where t.tgfoid = 'app.check_reason'::regproc and t.tgenabled = 'O'`);
  const names = checked.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(12);
  expect(columns.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
});

it("the database calls a reason what the forms call one", async () => {
  const texts = [
    ...[
      "",
      " ",
      "a",
      "ok",
      "aaa",
      "病",
      "病病病",
      "出差",
      "ill",
      "ill.",
      "……",
      "!!!???",
      "123456",
      "12月3日",
      "。。。，，，",
    ],
    ...[
      "А-а-а",
      "да нет",
      "病 a",
      "a病",
      "😀😁😂",
      "！！？",
      "ＡＡＡ",
      "ＡＢＣ",
      "々々",
      "𠮷田",
      "ﾃｽﾄ",
      "テスト",
      "éé",
      "été",
      "ÀÀÀ",
      "--- x",
      "xX xX",
    ],
  ];
  const rows = await database().execute<{ text: string; says: boolean }>(sql`
    select text, app.says_something(text) as says from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) as text`);
  const differ = rows.filter(({ text, says }) => says !== saysSomething(text)).map(({ text }) => text);
  expect(rows.length).toBe(texts.length);
  expect(differ).toEqual([]);
});
