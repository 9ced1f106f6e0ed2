import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { roundTrips } from "@/bin/operation/testing/round-trips";
import { openDatabase } from "./client";

let counter: Awaited<ReturnType<typeof roundTrips>>;
let open: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  counter = await roundTrips(process.env.DATABASE_URL ?? "");
  open = openDatabase(counter.url, { max: 1 });
  await open.db.execute(sql`create table kept (n int primary key deferrable initially deferred)`);
});
afterAll(async () => {
  await open.close();
  await counter.close();
});

const opening = { text: "select set_config('app.county', $1, true)", values: ["told"] };
const kept = async () => (await open.db.execute<{ n: number }>(sql`select n from kept order by n`)).map(({ n }) => n);
const told = (n: number) => sql`select current_setting('app.county') as told, ${n}::int as n`;

describe("a transaction", () => {
  it("needs one round trip for its beginning, its opening and its first statement, and one for its end", async () => {
    const work = () => open.begin(async (tx) => (await tx.execute(told(1)))[0], { opening });
    for (let warm = 0; warm < 3; warm += 1) await work();
    const before = counter.trips();
    expect(await work()).toEqual({ told: "told", n: 1 });
    expect(counter.trips() - before).toBe(2);
  });

  it("sends what is asked at the same time together, and gives each its own answer", async () => {
    const work = () =>
      open.begin(async (tx) => Promise.all([1, 2, 3, 4].map(async (n) => (await tx.execute(told(n)))[0]?.n)));
    await work();
    const before = counter.trips();
    expect(await work()).toEqual([1, 2, 3, 4]);
    expect(counter.trips() - before).toBe(2);
  });

  it("ends with the error of its opening, and nothing of it stays", async () => {
    const wrong = { text: "select 1 / ($1::text)::int", values: ["0"] };
    const work = open.begin((tx) => tx.execute(sql`insert into kept values (${1}::int)`), { opening: wrong });
    await expect(work).rejects.toMatchObject({ code: "22012" });
    expect(await kept()).toEqual([]);
  });

  it("does not commit after an error that its body swallowed or did not wait for", async () => {
    const failing = sql`select 1 / ${0}::int`;
    const swallowed = open.begin(async (tx) => {
      await tx.execute(sql`insert into kept values (${2}::int)`);
      await tx.execute(failing).catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: "22012" });
    const unheard = open.begin(async (tx) => {
      await tx.execute(sql`insert into kept values (${3}::int)`);
      tx.execute(failing).catch(() => undefined);
      await tx.execute(sql`select 1`).catch(() => undefined);
    });
    await expect(unheard).rejects.toMatchObject({ code: "22012" });
    expect(await kept()).toEqual([]);
  });

  it("goes on after a savepoint was rolled back, and tells what only the commit refuses", async () => {
    await open.begin(async (tx) => {
      await tx.execute(sql`insert into kept values (${4}::int)`);
      await tx.transaction((part) => part.execute(sql`select 1 / ${0}::int`)).catch(() => undefined);
      await tx.execute(sql`insert into kept values (${5}::int)`);
    });
    const twice = open.begin((tx) => tx.execute(sql`insert into kept values (${4}::int)`));
    await expect(twice).rejects.toMatchObject({ code: "23505" });
    expect(await kept()).toEqual([4, 5]);
  });

  it("sends nothing once it has ended, and writes nothing when it may only read", async () => {
    const late = await open.begin(async (tx) => ({ tx }));
    await expect(late.tx.execute(sql`insert into kept values (${6}::int)`)).rejects.toThrow();
    const reading = open.begin((tx) => tx.execute(sql`insert into kept values (${7}::int)`), { mode: "read only" });
    await expect(reading).rejects.toMatchObject({ cause: { code: "25006" } });
    expect(await kept()).toEqual([4, 5]);
  });
});

describe("a transaction behind a pooler", () => {
  it("says its own timeouts in the message that begins it, and leaves none on the connection", async () => {
    const pooled = openDatabase(counter.url, { max: 1, isPooled: true, statementMs: 4_321, idleMs: 5_432 });
    const timeouts = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`;
    const work = () => pooled.begin(async (tx) => (await tx.execute(timeouts))[0], { mode: "read only" });
    for (let warm = 0; warm < 3; warm += 1) await work();
    const before = counter.trips();
    expect(await work()).toEqual({ statement: "4321ms", lock: "8s", idle: "5432ms" });
    expect(counter.trips() - before).toBe(2);
    const [outside] = await pooled.db.execute(timeouts);
    expect(outside).toEqual({ statement: "0", lock: "0", idle: "0" });
    await pooled.close();
  });
});

it("a program that fills a database has no statement ended, and neither a pause nor a wait for a lock limited, however busy the machine is", async () => {
  const pools = globalThis.zhongtiaoDatabases;
  globalThis.zhongtiaoDatabases = undefined;
  vi.resetModules();
  const { closeDatabase, database, takeAllTime } = await import("./client");
  takeAllTime();
  const limits = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle`;
  expect([...(await database().execute(limits))]).toEqual([{ statement: "0", lock: "0", idle: "0" }]);
  await closeDatabase();
  globalThis.zhongtiaoDatabases = pools;
});

describe("a statement asked again", () => {
  const prepared = (on: typeof open, like: string) =>
    on.db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_prepared_statements where statement like ${like}`,
    );

  it("is prepared on its connection, and is not where a pooler stands between", async () => {
    const ask = (on: typeof open, n: number) => on.db.execute(sql`select ${n}::int + 41 as sum`);
    for (const n of [1, 2, 3]) expect([...(await ask(open, n))]).toEqual([{ sum: n + 41 }]);
    expect([...(await prepared(open, "%+ 41 as sum"))]).toEqual([{ n: 1 }]);
    process.env.DATABASE_PREPARED = "no";
    const plain = openDatabase(process.env.DATABASE_URL ?? "", { max: 1 });
    delete process.env.DATABASE_PREPARED;
    for (const n of [1, 2, 3]) await ask(plain, n);
    expect([...(await prepared(plain, "%+ 41 as sum"))]).toEqual([{ n: 0 }]);
    await plain.close();
  });
});

describe("a pool with several connections", () => {
  it("gives the one that was used last, which has planned already what it is asked", async () => {
    const pool = openDatabase(process.env.DATABASE_URL ?? "", { max: 3 });
    const backend = async () => (await pool.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid;
    let begun = 0;
    let release: () => void = () => undefined;
    const allBegun = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = await Promise.all(
      [1, 2, 3].map(() =>
        pool.begin(async (tx) => {
          const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
          begun += 1;
          if (begun === 3) release();
          await allBegun;
          return row?.pid;
        }),
      ),
    );
    expect(new Set(held).size).toBe(3);
    const asked = [];
    for (let n = 0; n < 6; n += 1) asked.push(await backend());
    expect(new Set(asked).size).toBe(1);
    await pool.close();
  });
});
