/**
 * The load of the crash suite: many writers on one pool, like the web process. Each write that the database acknowledged
 * is printed on standard output, one number a line; a refused one is not tried again. Ends when standard input ends,
 * after every write under way has been answered.
 */
import { sql } from "drizzle-orm";
import { openDatabase } from "../../../db/client";

const { db, close } = openDatabase(process.argv[2] ?? "");
const writers = 24;
let isEnding = false;
let last = 0;

/** Odd writers insert one row; even ones two in a transaction, which must stay together. */
async function write(writer: number): Promise<void> {
  const id = ++last;
  if (writer % 2) await db.execute(sql`insert into crash_rows (id, half) values (${id}, 0)`);
  else {
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into crash_rows (id, half) values (${id}, 1)`);
      await tx.execute(sql`insert into crash_rows (id, half) values (${id}, 2)`);
    });
  }
  process.stdout.write(`${id}\n`);
}

async function keepWriting(writer: number): Promise<void> {
  while (!isEnding) {
    try {
      await write(writer);
    } catch {
      // The server is gone for the moment; a person would try again as well.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

process.stdin.on("end", () => {
  isEnding = true;
});
process.stdin.resume();
await Promise.all(Array.from({ length: writers }, (_, writer) => keepWriting(writer)));
await close();
