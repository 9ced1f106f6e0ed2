import { readdirSync } from "node:fs";
import path from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { readLivingText } from "./migrating/living-text";
import { statementsOf } from "./migrating/split-statements.mjs";

const areas = readdirSync(path.join(import.meta.dirname, "schema")).map((file) => path.basename(file, ".ts"));
/** Tables by the area of db/schema that defines them. */
const tables = (
  await Promise.all(
    areas.map(async (area) => {
      const made = Object.values((await import(`./schema/${area}.ts`)) as object).filter((each) => is(each, PgTable));
      return made.map((table) => ({ area, ...getTableConfig(table) }));
    }),
  )
).flat();
const texts = readLivingText(path.join(import.meta.dirname, "sql"));
const statements = (file: string) => statementsOf(texts.find((text) => text.path === file)?.text ?? "");

/** Not for the acts of people: written by a function that runs with its owner's rights, or by the system alone. */
const closed = [
  "event_heads",
  "rate_limits",
  "content_digests",
  "content_before",
  "known_devices",
  "sign_in_tries",
  "figure_entries",
  "figure_months",
  "figure_days",
  "force_entries",
  "force_months",
  "helper_entries",
  "helper_months",
  "dispute_words",
  "character_sounds",
  "dispute_merges",
  "dispute_merge_parties",
  "revisit_draws",
  "revisits",
  "dispute_links",
];
/** What the system looks up before it knows the county: who signs in, and for how long. Every other policy asks for the county. */
const atEntry = [
  "accounts",
  "bound_subjects",
  "committees",
  "counties",
  "known_devices",
  "people",
  "rate_limits",
  "rules",
  "second_factors",
  "sign_in_tries",
  "sign_ins",
  "stations",
];

/** The conditions of a policy, after "using" and after "with check", each without its brackets and on one line. */
const conditionsOf = (policy: string) =>
  policy
    .replace(/\s+/g, " ")
    .split(/ (?:using|with check) \(/)
    .slice(1)
    .map((part) => part.trim().replace(/\)$/, "").trim());

/** A condition without whatever stands in brackets. */
function outermost(condition: string): string {
  const shorter = condition.replace(/\([^()]*\)/g, "");
  return shorter === condition ? condition : outermost(shorter);
}

describe.each(tables)("$name", ({ name, area, columns }) => {
  const policies = statements(`policies/${area}.sql`);
  const security = policies.filter((statement) => new RegExp(`^alter table ${name} `).test(statement));
  const own = policies.filter((statement) => new RegExp(`^create policy \\w+ on ${name} `).test(statement));
  const forProduct = own.filter((statement) => statement.includes(" to zhongtiao_app"));

  it(`says in policies/${area}.sql whether it has row security, once`, () => {
    expect(security).toHaveLength(1);
  });

  it("has policies where it has row security, and none where they would have no effect", () => {
    if (security[0]?.endsWith(" disable row level security")) expect(own).toEqual([]);
    else {
      expect(own.filter((statement) => statement.startsWith(`create policy owner_all on ${name} `))).toHaveLength(1);
      expect(forProduct.length > 0).toBe(!closed.includes(name));
    }
  });

  it("asks for the county in each condition of every policy that gives something, and lets nothing stand beside it", () => {
    for (const statement of forProduct) {
      const conditions = conditionsOf(statement);
      expect(conditions.length, statement).toBeGreaterThan(0);
      for (const condition of conditions)
        expect(condition).toMatch(
          name === "counties"
            ? /^id = \(select app\.county\(\)\)(?: and |$)/
            : /^county_id = \(select app\.county\(\)\)(?: and |$)/,
        );
      expect(conditions.filter((condition) => / or /.test(outermost(condition)))).toEqual([]);
    }
    if (forProduct.length > 0 && name !== "counties")
      expect(columns.map((column) => column.name)).toContain("county_id");
  });

  it("is open to the system in every county only where it is asked before the county is known", () => {
    const inCounty = "county_id = (select app.county())";
    const forSystem = own.filter(
      (statement) =>
        statement.includes(" to zhongtiao_system") &&
        conditionsOf(statement).some((condition) => condition !== inCounty),
    );
    expect(forSystem.length).toBe(atEntry.includes(name) ? 1 : 0);
  });

  // `migrate` makes the one that is the same for all tables; another would hide its condition from whoever reads this file.
  it("has no restrictive policy", () => {
    expect(own.filter((statement) => / as restrictive /i.test(statement))).toEqual([]);
  });

  it(`has its rights in grants/${area}.sql, once`, () => {
    const given = statements(`grants/${area}.sql`).filter((statement) =>
      statement.endsWith(` on ${name} to zhongtiao_app`),
    );
    expect(given).toHaveLength(closed.includes(name) ? 0 : 1);
  });
});

describe("functions of the living text", () => {
  const functions = texts.filter(({ kind }) => kind === "functions").flatMap(({ text }) => statementsOf(text));

  const nameOf = (text: string) => /app\.\w+/.exec(text)?.[0] ?? "";
  const grants = statements("grants/schemas.sql");
  const namedIn = (beginning: RegExp) =>
    grants.filter((text) => beginning.test(text)).flatMap((text) => text.match(/app\.\w+/g) ?? []);
  const lent = namedIn(/^grant execute on function/);
  /** What only functions of ours may carry out, which asked who asks. */
  const inner = new Set(namedIn(/^revoke execute on function/).filter((name) => !lent.includes(name)));
  const first =
    /\$\$\s*(?:declare[^\n]*\n)?\s*(?:begin\s+perform|select) app\.(?:require_county\(p_county\)|require_right\(p_county, '\w+', [\w.]+\));/;

  it("ask for the county first, where they take one, run with their owner's rights and the product may call them", () => {
    const taking = functions.filter((text) => text.includes("security definer") && /\(p_county uuid/.test(text));
    const open = taking.filter((text) => !inner.has(nameOf(text)));
    expect(open.length).toBeGreaterThan(40);
    expect(open.filter((text) => !first.test(text)).map(nameOf)).toEqual([]);
  });

  it("do not ask again inside what asked already: a fifth of the time of every act went there", () => {
    expect(inner.size).toBeGreaterThan(40);
    const asking = functions.filter((text) => inner.has(nameOf(text)) && first.test(text)).map(nameOf);
    // It is the question itself.
    expect(asking).toEqual(["app.require_right"]);
  });

  it("fix their search path, where they run with their owner's rights", () => {
    const loose = functions.filter(
      (text) => text.includes("security definer") && !text.includes("set search_path = public, pg_temp"),
    );
    expect(loose).toEqual([]);
  });
});
