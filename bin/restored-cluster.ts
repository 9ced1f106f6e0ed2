// The part of npm run db:restore -- --at that needs the restored database: brings it up to date, counts it and verifies it.
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { openWithoutLimits, tableName } from "./operation/backup/copy-rows";
import { tablesOf } from "./operation/backup/describe-database";
import { tell } from "./operation/console/fault.mjs";
import { runOwned, typescript } from "./operation/processes/run.mjs";

const url = process.env.DATABASE_URL ?? "";

async function look(): Promise<number> {
  await migrate(url, undefined, namedLogins());
  const sql = openWithoutLimits(url);
  try {
    const tables = await tablesOf(sql);
    let rows = 0;
    for (const table of tables) {
      const [counted] = await sql.unsafe<{ rows: string }[]>(`select count(*) as rows from ${tableName(table)}`);
      rows += Number(counted?.rows ?? 0);
    }
    const [last] = await sql<{ us: string | null }[]>`select max(at_us) as us from public.events`;
    process.stdout.write(
      `${tables.length} tables, ${rows} rows are back; the last event is of ${last?.us ? new Date(Number(last.us) / 1000).toISOString() : "never"}.\n`,
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
  return (await runOwned(typescript("bin/verify.ts"))).code;
}

process.exitCode = await look().catch((error) => {
  tell(error);
  return 1;
});
