import { readdirSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { expect, it } from "vitest";
import { limitText } from "./works";

const statements = readdirSync(path.join(import.meta.dirname, "limits")).filter((name) => name !== "prepare.sql");

// A bench is run by hand and seldom; its statements name the product's tables, so that each change of one may break them.
it("prepares every hand-written statement on tables of today", async () => {
  expect(statements.length).toBeGreaterThan(10);
  const owner = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  const undone = new Error("nothing is kept");
  try {
    await owner.begin(async (tx) => {
      await tx.unsafe(limitText("prepare.sql"));
      await tx`set local search_path = public`;
      for (const [nth, name] of statements.entries()) await tx.unsafe(`prepare limit_${nth} as ${limitText(name)}`);
      const prepared = await tx`select name from pg_prepared_statements where name like 'limit%'`;
      expect(prepared).toHaveLength(statements.length);
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  } finally {
    await owner.end();
  }
});
