import { setTimeout } from "node:timers/promises";
import type postgres from "postgres";

/** Waits until nobody else is connected to the database: the queue's migration closes its connections after it has answered. */
export async function untilAlone(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const others = await sql`
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    if (others.length === 0) return;
    await setTimeout(10);
  }
}
