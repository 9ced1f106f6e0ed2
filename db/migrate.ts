import path from "node:path";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as migrateQueue } from "graphile-worker";
import { openDatabase } from "./client";

/** Brings the database at `url` to the newest schema: our tables, walls and the job queue. Safe to repeat. */
export async function migrate(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 });
  try {
    await runMigrations(db, { migrationsFolder: path.join(import.meta.dirname, "migrations") });
  } finally {
    await close();
  }
  await migrateQueue({ connectionString: url });
}
