import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryCluster } from "../../../bin/operation/postgres/temporary.mjs";
import { openDatabase } from "../../../db/client";

const kills = 5;
const writesBetweenKills = 300;

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let admin: postgres.Sql;

beforeAll(async () => {
  cluster = await temporaryCluster("crash");
  admin = postgres(cluster.url(), { max: 1, backoff: () => 0.05 });
  await admin`create table crash_rows (id int, half int, primary key (id, half))`;
}, 60_000);

afterAll(async () => {
  await admin?.end({ timeout: 1 });
  await cluster?.remove();
}, 30_000);

/** The writing process, with what it said was acknowledged. */
function startWriter() {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "crash-writer.ts"), cluster.url()],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  const acknowledged: number[] = [];
  let rest = "";
  let complaint = "";
  child.stdout?.on("data", (piece: Buffer) => {
    const lines = (rest + piece.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) acknowledged.push(Number(line));
  });
  child.stderr?.on("data", (piece: Buffer) => {
    complaint += piece.toString();
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`${signal ?? code} ${complaint}`.trim()));
  });
  return { child, acknowledged, ended };
}

type Writer = ReturnType<typeof startWriter>;

/** Waits for `more` further acknowledged writes; fails when the writer exits or stops writing. */
async function awaitWrites(writer: Writer, more: number): Promise<number> {
  const before = writer.acknowledged.length;
  const silence = Date.now() + 30_000;
  while (writer.acknowledged.length < before + more) {
    if (writer.child.exitCode !== null || writer.child.signalCode !== null) {
      throw new Error(`the writing process died: ${await writer.ended}`);
    }
    if (Date.now() > silence) throw new Error(`only ${writer.acknowledged.length - before} writes in 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return writer.acknowledged.length - before;
}

/** A promise and the function that keeps it. */
function promised<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

describe("the database is killed under load", () => {
  test(`the process survives ${kills} kills and no acknowledged write is lost`, async () => {
    const writer = startWriter();
    const writesAfterKill: number[] = [];
    try {
      await awaitWrites(writer, writesBetweenKills);
      for (let kill = 0; kill < kills; kill++) {
        process.kill(cluster.pid(), "SIGKILL");
        await cluster.restart();
        writesAfterKill.push(await awaitWrites(writer, writesBetweenKills));
      }
      writer.child.stdin?.end();
      // That the writer ends proves that every query got an answer.
      expect(await writer.ended).toBe("0");
    } finally {
      writer.child.kill("SIGKILL");
    }

    expect(writesAfterKill).toHaveLength(kills);
    for (const writes of writesAfterKill) expect(writes).toBeGreaterThan(0);
    const rows = await admin<{ id: number; halves: number[] }[]>`
      select id, array_agg(half order by half) as halves from crash_rows group by id`;
    const stored = new Map(rows.map((row) => [row.id, row.halves.join()]));
    expect(writer.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect([...stored].filter(([, halves]) => halves !== "0" && halves !== "1,2")).toEqual([]);
  }, 180_000);

  test("a transaction whose connection died writes nothing into the next one", async () => {
    const { db, close } = openDatabase(cluster.url(), { max: 1 });
    const pid = promised<number>();
    const gate = promised<void>();
    const lateWrite = promised<string>();
    try {
      const dead = db.transaction(async (tx) => {
        const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        pid.resolve(row?.pid ?? 0);
        await gate.promise;
        const write = tx.execute(sql`insert into crash_rows (id, half) values (-1, 0)`);
        lateWrite.resolve(
          await write.then(
            () => "written",
            () => "refused",
          ),
        );
      });
      const end = dead.then(
        () => "committed",
        (error: { code?: string }) => error.code,
      );
      await admin`select pg_terminate_backend(${await pid.promise})`;
      expect(await end).toBe("CONNECTION_CLOSED");

      await db.transaction(async (tx) => {
        await tx.execute(sql`insert into crash_rows (id, half) values (-2, 0)`);
        gate.resolve();
        expect(await lateWrite.promise).toBe("refused");
      });
      const rows = await admin`select id from crash_rows where id < 0`;
      expect(rows.map((row) => row.id)).toEqual([-2]);
    } finally {
      await close();
    }
  }, 30_000);
});
