import type postgres from "postgres";
import { expect } from "vitest";
import { verifyDatabase } from "../../audit/reads/verify-database";

/** Every chain of events is whole, and every covered row is what its act wrote or what the upgrade found. */
export async function verifiesWhole(client: postgres.Sql): Promise<void> {
  const { chains, content } = await client.begin((tx) =>
    verifyDatabase(tx as unknown as postgres.Sql, { triggers: [], signed: null }),
  );
  expect(chains.events).toBeGreaterThan(1000);
  expect(chains.faults).toEqual([]);
  expect(content.rows).toBeGreaterThan(1000);
  expect(content.faults).toEqual([]);
}
