import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, it } from "vitest";

// A subquery that is asked again for each row of another has to begin with that row's dispute, or with something of it: tied
// by the county alone it reads the whole county each time (500 at 2,500 disputes, once). Looked for in the text, because
// no plan shows what functions read.
const root = path.resolve(import.meta.dirname, "..");
const identifies = /^(id|.*_id|chain|subject_id|number|resource_id|phone_hash|relapse_of|merged_into)$/;
let ofDisputes: ReadonlySet<string>;

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(root, folder, name));

beforeAll(async () => {
  const modules = await Promise.all(filesIn("db/schema", ".ts").map((file) => import(file)));
  const tables = modules
    .flatMap((module) => Object.values(module as Record<string, unknown>))
    .filter((one) => one instanceof PgTable);
  ofDisputes = new Set([
    "disputes",
    ...tables
      .map((table) => getTableConfig(table as PgTable))
      .filter(({ columns }) => columns.some(({ name }) => name === "dispute_id"))
      .map(({ name }) => name),
  ]);
  expect(ofDisputes.size).toBeGreaterThan(30);
});

interface Select {
  /** Its own words: what stands in brackets within it is left out where that is a select itself. */
  own: string;
  whole: string;
  aliases: Map<string, string>;
  within: Select | null;
}

const source =
  /\b(?:from|join)\s+(?:lateral\s+)?(?:only\s+)?(?:(\w+)\.)?(\w+)(?:\s+(?:as\s+)?(?!on\b|where\b|join\b|left\b|cross\b|group\b|order\b|limit\b|union\b|set\b|using\b|for\b|offset\b|with\b)(\w+))?/gi;
const more =
  /,\s*(?:(\w+)\.)?(\w+)\s+(?:as\s+)?(?!on\b|where\b|from\b|desc\b|asc\b|as\b)(\w+)(?=\s*(?:,|where|left|join|cross|$|\n))/gi;

/** Every select of a text, with what it reads and what it stands in. */
function selectsOf(text: string, within: Select | null = null): Select[] {
  const found: Select[] = [];
  let own = "";
  const inner: string[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== "(" || !/^\(\s*(select|with)\b/i.test(text.slice(i, i + 40))) {
      own += text[i];
      continue;
    }
    let depth = 0;
    const from = i;
    do {
      if (text[i] === "(") depth += 1;
      if (text[i] === ")") depth -= 1;
      i += 1;
    } while (depth > 0 && i < text.length);
    i -= 1;
    inner.push(text.slice(from + 1, i));
    own += "()";
  }
  const aliases = new Map<string, string>();
  for (const pattern of [source, more])
    for (const [, , table = "", alias] of own.matchAll(pattern)) aliases.set(alias ?? table, table);
  const self: Select = { own, whole: text, aliases, within };
  found.push(self);
  for (const one of inner) found.push(...selectsOf(one, self));
  return found;
}

const outerOf = (select: Select): Select[] => (select.within ? [select.within, ...outerOf(select.within)] : []);

/** Whether the select compares something that identifies its rows, by this name of the table. */
function isTied({ own, aliases }: Select, alias: string): boolean {
  const compared = new RegExp(`=\\s*${alias}\\.(\\w+)|\\b${alias}\\.(\\w+)\\s*(?:=|in\\b|is not distinct)`, "g");
  const columns = [...own.matchAll(compared)].map(([, after, before]) => after ?? before ?? "");
  if (columns.some((column) => identifies.test(column) && column !== "county_id")) return true;
  // The only table of a select needs no name before its columns.
  return aliases.size === 1 && /\b(?!county_id)(\w+_id|id)\b\s*(=|in\b)/.test(own);
}

/** Subqueries that are asked for each row of what they stand in and read a table of disputes by the county alone. */
function loose(text: string): string[] {
  const plain = text.replace(/--[^\n]*/g, "");
  return selectsOf(plain).flatMap((select) => {
    const outer = outerOf(select)
      .flatMap(({ aliases }) => [...aliases.keys()])
      .filter((alias) => !select.aliases.has(alias));
    const isCorrelated = outer.some((alias) => new RegExp(`\\b${alias}\\.`).test(select.own));
    if (!isCorrelated) return [];
    const untied = [...select.aliases].filter(([alias, table]) => ofDisputes.has(table) && !isTied(select, alias));
    return untied.map(
      ([alias, table]) => `${table} ${alias}: ${select.whole.replace(/\s+/g, " ").trim().slice(0, 160)}`,
    );
  });
}

/** The words of a template that begins after `from`, with those of templates within it, and where it ends. */
function templateAt(text: string, from: number): { words: string; end: number } {
  let words = "";
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === "`" && depth === 0) return { words, end: i };
    if (text[i] === "`") {
      const inner = templateAt(text, i + 1);
      words += ` ${inner.words} `;
      i = inner.end;
    } else if (depth === 0 && text.startsWith("${", i)) {
      words += "$1";
      depth = 1;
      i += 1;
    } else if (depth > 0) depth += text[i] === "{" ? 1 : text[i] === "}" ? -1 : 0;
    else words += text[i];
  }
  return { words, end: text.length };
}

/** The statements of a file: of the database's text one by one, and of a program what stands in `sql` templates. */
function textsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".sql")) return text.split(/;\s*\n(?=create|alter|\n)/);
  const found: string[] = [];
  for (let at = text.search(/\bsql(<[^>]*>)?`/); at >= 0; ) {
    const { words, end } = templateAt(text, text.indexOf("`", at) + 1);
    found.push(words);
    const next = text.slice(end + 1).search(/\bsql(<[^>]*>)?`/);
    at = next < 0 ? -1 : end + 1 + next;
  }
  return found;
}

describe("subqueries that are asked for each row of another", () => {
  it.each([
    ["functions, views and policies", "db/sql", ".sql", 50],
    ["statements of the product", "server", ".ts", 200],
  ])("carry the dispute's key, or one of something in it: %s", (_what, folder, ending, least) => {
    const files = filesIn(folder, ending).filter((file) => !/\.test\.ts$|\/testing\/|\/demo\//.test(file));
    const texts = files.flatMap((file) => textsOf(file).map((text) => ({ file: path.relative(root, file), text })));
    expect(texts.length).toBeGreaterThan(least);
    expect(texts.flatMap(({ file, text }) => loose(text).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  it("are found where they do not", () => {
    expect(
      loose(
        `select p.id from people p where exists (select from parties o where o.county_id = p.county_id and o.name = p.name)`,
      ),
    ).toHaveLength(1);
    expect(
      loose(
        `select d.id, (select count(*) from police_calls c where c.county_id = d.county_id and c.dispute_id = d.id) from disputes d`,
      ),
    ).toEqual([]);
    expect(
      loose(
        `select d.id from disputes d cross join lateral (select i.id from sessions s join invitations i on i.county_id = s.county_id and i.sent_at > d.registered_at where s.dispute_id = d.id) x`,
      ),
    ).toHaveLength(1);
  });
});
