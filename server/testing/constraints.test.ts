import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import en from "@/app/_i18n/messages/en/problems.json";
import zh from "@/app/_i18n/messages/zh-CN/problems.json";
import { database } from "@/db/client";
import { codeOfConstraint, constraintCodes, isPlainKey } from "@/db/constraints";
import { namedConstraints } from "./named-guards";

const codes: Record<string, string> = constraintCodes;

it("every rule that a constraint, unique index or guarding trigger enforces has a problem code, and the list has no others", async () => {
  const rules = (await namedConstraints()).filter(({ name, kind }) => kind !== "f" && !isPlainKey(name));
  expect(Object.keys(codes).sort()).toEqual([...new Set(rules.map((row) => row.name))].sort());
});

it("references and plain keys have theirs by their kind, and only they do", async () => {
  const kinds = { f: "23503", p: "23505", u: "23505" };
  const named = (await namedConstraints()).filter(({ name }) => !codes[name]);
  const given = named.map(({ name, kind }) => codeOfConstraint(name, kinds[kind as keyof typeof kinds]));
  expect(given).toEqual(named.map(({ kind }) => (kind === "f" ? "unknownReference" : "alreadyThere")));
  expect(codeOfConstraint("sessions_ordinal_twice", "23505")).toBeNull();
  expect(codeOfConstraint("sessions_somewhere_else", "23514")).toBeNull();
});

it("what is append-only refuses each change and each removal of a row", async () => {
  const triggers = await database().execute<{ text: string }>(sql`
    select pg_get_triggerdef(t.oid) as text from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'refuse_change' and not t.tgisinternal`);
  expect(triggers.length).toBeGreaterThan(10);
  const whole = / BEFORE DELETE OR UPDATE ON \S+ FOR EACH ROW EXECUTE /;
  expect(triggers.map(({ text }) => text).filter((text) => !whole.test(text))).toEqual([]);
});

it("every code has words in both languages", () => {
  for (const words of [zh, en]) {
    // A code with a dot stands in a group of its own, as the screens look it up.
    const said = (code: string) => code.split(".").reduce<unknown>((at, part) => Object(at)[part], words);
    const missing = [...new Set(Object.values(codes))].filter((code) => typeof said(code) !== "string");
    expect(missing).toEqual([]);
  }
});
