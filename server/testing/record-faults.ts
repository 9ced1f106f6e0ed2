import { sql } from "drizzle-orm";
import postgres from "postgres";
import { database } from "@/db/client";
import { verifyChains } from "../audit/reads/verify-chains";
import { verifyContent } from "../audit/reads/verify-content";

/** What `npm run verify` would name: rows that changed without their event, breaks of chains, figures unlike those counted anew. */
export async function recordFaults(countyId: string): Promise<unknown[]> {
  const client = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  try {
    const content = await client.begin("isolation level repeatable read", async (tx) => {
      await tx`set local timezone = 'UTC'`;
      return (await verifyContent(tx as unknown as postgres.Sql)).faults;
    });
    const figures = await database().execute(sql`select * from app.figure_faults(${countyId}::uuid)`);
    return [...content, ...(await verifyChains(client)).faults, ...figures];
  } finally {
    await client.end();
  }
}
