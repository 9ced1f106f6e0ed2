import { TRPCError } from "@trpc/server";
import { type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import { openVisit, peekLink, visitBy } from "../../access/link-entry";
import { hashOfSecret } from "../../access/link-secret";
import { policy } from "../../access/policy";
import { appRouter, procedures } from "../../api/root";
import { readFile } from "../../files/read-file";
import type { Context } from "../../kernel/context";
import { readPaper } from "../../papers/read-paper";
import { readSealedPaper } from "../../sealed-papers/queries";
import { callerFactory, type RequestContext } from "../../trpc/init";
import { problemOf } from "../../trpc/problems";
import { type TestCounty, testCounty, usernameOf } from "../county";
import { minimalInput } from "../inputs/minimal-input";
import { rowFiller } from "../rows/fill-row";
import { papersOf } from "../rows/papers";
import { rowsOfNoDispute } from "../rows/rows-of-no-dispute";
import { elsewhere, ofMediator } from "../rows/scene";
import { inDays } from "../sessions";
import { watchPools } from "../watched-pools";
import { idFields, kindOf, noSecret, tableOf } from "./secret-ids";

/** Whoever is on duty answers any question of the county. */
const procedureIsForAll = new Set(["consultations.answer"]);

const asking = procedures.flatMap(({ path, action, inputs }) => {
  const asked = new Set<string>();
  const { fits } = minimalInput(inputs[0], (name) => {
    const kind = kindOf(path, name);
    if (!kind) return undefined;
    asked.add(name);
    return v7();
  });
  return action && asked.size > 0 ? [{ path, action, schema: inputs[0], fits, asked: [...asked] }] : [];
});

let county: TestCounty;
/** Ids of the reader's own matter and of one at another station, by the field that names them. */
const own: Record<string, string> = {};
const foreign: Record<string, string> = {};
const statements: string[] = [];

/** Connects as the product does, and keeps every statement it sends. */
function listening<T extends object>(connection: T): T {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "begin" || name === "savepoint")
        return (...args: unknown[]) => {
          const body = args.pop() as (tx: object) => unknown;
          return value.call(target, ...args, (tx: object) => body(listening(tx)));
        };
      if (name === "unsafe")
        return (query: string, ...rest: unknown[]) => {
          statements.push(query);
          return value.call(target, query, ...rest);
        };
      return value;
    },
  });
}

/** An id of each kind; rows of no dispute by whose they are. */
async function find(into: Record<string, string>, disputeId: string, code: string, who: string): Promise<void> {
  const columns = await database().execute<{ table: string; column: string }>(sql`
    select table_name::text as table, column_name::text as column from information_schema.columns where table_schema = 'public'`);
  const has = (table: string, column: string) => columns.some((one) => one.table === table && one.column === column);
  for (const [field, table] of Object.entries(tableOf)) {
    const where: SQL =
      table === "deliveries"
        ? sql`notification_id in (select id from notifications where dispute_id = ${disputeId}::uuid)`
        : table === "town_hall_meetings"
          ? sql`town_hall_id in (select id from town_halls where station_id = ${county.stations[code]}::uuid)`
          : table === "disputes"
            ? sql`id = ${disputeId}::uuid`
            : ["repeat_groups", "town_halls", "consultations"].includes(table)
              ? sql`station_id = ${county.stations[code]}::uuid order by ${table === "consultations" ? sql`asked_by = ${county.people[who]}::uuid` : sql`id`} desc`
              : has(table, "dispute_id")
                ? sql`dispute_id = ${disputeId}::uuid`
                : has(table, "created_by")
                  ? sql`created_by = ${county.people[who]}::uuid`
                  : has(table, "person_id")
                    ? sql`person_id = ${county.people[who]}::uuid`
                    : sql`false`;
    if (!has(table, "id")) continue;
    const [row] = await database().execute<{ id: string }>(
      sql`select id from ${sql.identifier(table)} where ${where} limit 1`,
    );
    if (row) into[field] = row.id;
  }
}

const first = async (from: SQL) =>
  (await database().execute<{ id: string }>(sql`select id from ${from} limit 1`))[0]?.id;

let end: () => Promise<void> = async () => undefined;
// Before the file's database is closed: whatever is put back later would be closed pools, for the next file.
afterAll(() => end());
beforeAll(async () => {
  county = await testCounty(["LW", "DG"]);
  const fill = await rowFiller();
  const [mine, far] = [await ofMediator(county), await elsewhere(county)];
  const rows = rowsOfNoDispute(fill, county);
  for (const matter of [mine, far]) rows.push(...(await papersOf(fill, county, matter, v7())));
  await fill.write(rows);
  const county_id = county.countyId;
  for (const [code, { disputeId }] of [["LW", mine] as const, ["DG", far] as const])
    await fill.write([
      fill.row("deliveries", {
        county_id,
        notification_id: await first(sql`notifications where dispute_id = ${disputeId}::uuid`),
      }),
      fill.row("town_hall_meetings", {
        county_id,
        town_hall_id: await first(sql`town_halls where station_id = ${county.stations[code]}::uuid`),
        ends_at: inDays(9),
      }),
    ]);
  await find(own, mine.disputeId, "LW", "mediator");
  await find(foreign, far.disputeId, "DG", "mediator3");
  ({ end } = watchPools(listening));
});

const now = new Date();
const contextOf = (role: Role): RequestContext => {
  const names = { name: "", username: "", post: "", stationName: null, committeeName: null, locale: null };
  const actor = county.actor(usernameOf[role]);
  return {
    signedIn: { ...names, actor, mustChangePassword: false, mustAddFactor: false },
    now,
    requestId: "X",
    isWithoutAudit: true,
  };
};

interface Answer {
  said: unknown;
  sent: string[];
}

/** What somebody is told, and every statement that was sent for it. */
async function ask(role: Role, path: string, input: unknown): Promise<Answer> {
  statements.length = 0;
  const call = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller(role));
  const said = await (call as (input: unknown) => Promise<unknown>)(input).then(
    () => "answered",
    (error: unknown) => (error instanceof TRPCError ? [error.code, problemOf(error)] : String(error)),
  );
  return { said, sent: [...statements] };
}
const caller = (role: Role) => callerFactory(appRouter)(contextOf(role));

/** The same question with these ids, and otherwise with those of the reader's own matter. */
const inputWith = (path: string, schema: unknown, ids: Record<string, string>) =>
  minimalInput(schema, (name) => {
    const kind = kindOf(path, name);
    return kind ? (ids[name] ?? own[kind] ?? v7()) : undefined;
  }).input;

describe("what is absent and what is somebody else's", () => {
  it("is asked of every field that takes an id, save those that name what the county may know", () => {
    const unknown = idFields.filter(({ path, name }) => !kindOf(path, name)).map(({ name }) => name);
    expect([...new Set(unknown)].sort()).toEqual(Object.keys(noSecret).sort());
  });

  it("has an id of each kind to ask with", () => {
    const kinds = asking.flatMap(({ path, asked }) => asked.map((field) => kindOf(path, field) ?? ""));
    const without = [...new Set(kinds)].filter((kind) => !foreign[kind]).sort();
    expect(without).toEqual([]);
    // Its two times have to follow each other; it is asked all the same, and refused before any id is looked at.
    expect(asking.filter(({ fits }) => !fits).map(({ path }) => path)).toEqual(["convening.recordPartyTime"]);
    expect(asking.length).toBeGreaterThan(100);
  });

  it("is answered alike by every procedure: the same words after the same statements", {
    timeout: 120_000,
  }, async () => {
    const differ: unknown[] = [];
    for (const { path, action, schema, asked } of asking) {
      const [role] = Object.keys(policy[action]) as Role[];
      if (!role) continue;
      const names = asked.filter((field) => foreign[kindOf(path, field) ?? ""]);
      const turns = procedureIsForAll.has(path) ? [] : names.map((field) => [field]);
      for (const fields of turns) {
        const of = (ids: (field: string) => string) => Object.fromEntries(fields.map((field) => [field, ids(field)]));
        const absent = await ask(
          role,
          path,
          inputWith(
            path,
            schema,
            of(() => v7()),
          ),
        );
        const other = await ask(
          role,
          path,
          inputWith(
            path,
            schema,
            of((field) => foreign[kindOf(path, field) ?? ""] ?? ""),
          ),
        );
        const isAlike =
          JSON.stringify(absent.said) === JSON.stringify(other.said) &&
          absent.sent.join("\n") === other.sent.join("\n");
        if (!isAlike)
          differ.push([path, role, fields.join(), absent.said, other.said, absent.sent.length, other.sent.length]);
      }
    }
    expect(differ).toEqual([]);
  });

  it.each<[string, string, (ctx: Context, id: string) => Promise<unknown>]>([
    ["files", "files", readFile],
    ["papers in PDF", "papers", (ctx, id) => readPaper(ctx, id, "pdf")],
    ["papers in Word", "papers", (ctx, id) => readPaper(ctx, id, "docx")],
    ["sealed agreements", "agreements", readSealedPaper],
  ])("is answered alike by the route of %s", async (_, table, get) => {
    const read = async (id: string): Promise<Answer> => {
      statements.length = 0;
      const said = await get(county.as("mediator"), id).then(
        () => "answered",
        (error: { code?: string }) => error.code,
      );
      return { said, sent: [...statements] };
    };
    const [field = ""] = Object.entries(tableOf).find(([, of]) => of === table) ?? [];
    const id = foreign[field] ?? "";
    expect(id).not.toBe("");
    expect(await read(id)).toEqual(await read(v7()));
    expect((await read(v7())).said).toBe("notFound");
  });

  it("is answered alike by links: what never was one, and what does not work any more", async () => {
    const token = "was one once";
    const [link] = await database().execute<{ id: string }>(sql`
      update invitation_links set token_hash = ${hashOfSecret(token)}, revoked_at = now(), visit_hash = ${hashOfSecret(`visit ${token}`)}, visit_expires_at = now() + interval '1 hour'
      where id = (select id from invitation_links where county_id = ${county.countyId}::uuid limit 1) returning id`);
    expect(link).toBeDefined();
    const doors: [string, (secret: string, address: string) => Promise<unknown>][] = [
      ["peek", (secret, address) => peekLink(secret, address, now)],
      ["open", (secret, address) => openVisit(secret, "1234", address, now)],
      ["visit", (secret) => visitBy(`visit ${secret}`, now)],
    ];
    for (const [name, open] of doors) {
      const ask = async (secret: string, address: string): Promise<Answer> => {
        statements.length = 0;
        const said = await open(secret, address).catch((error: { code?: string }) => error.code);
        return { said, sent: [...statements] };
      };
      const once = await ask(token, `203.0.113.1${name}`);
      expect(once, name).toEqual(await ask(v7(), `203.0.113.2${name}`));
      expect(once.sent.length, name).toBeGreaterThan(0);
    }
  });
});
