// npm run db:reset: drops everything in the database and builds the schema anew, empty. Files uploaded to it are deleted too.
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { checkpointFolder, checkpointKeeper } from "@/server/audit/parts/checkpoint-keeper";
import { fileStore } from "@/server/files/parts/file-store";

const url = process.env.DATABASE_URL ?? "";
const isEmbedded = process.env.DATABASE_IS_EMBEDDED === "1";

if (!isEmbedded && !process.argv.includes("--yes")) {
  const { host, pathname } = new URL(url);
  process.stderr.write(`This deletes everything in ${host}${pathname}. If that is meant: npm run db:reset -- --yes\n`);
  process.exit(1);
}
const sql = postgres(url, { max: 1, onnotice: () => undefined });
// Other databases may keep their files in the same folder; only files of this one's counties are deleted.
const [hasCounties] = await sql`select from pg_tables where schemaname = 'public' and tablename = 'counties'`;
const counties = hasCounties ? await sql<{ id: string }[]>`select id from counties` : [];
const schemas = await sql<{ nspname: string }[]>`
  select nspname from pg_namespace
  where nspname in ('public', 'app', 'drizzle', 'graphile_worker') and has_schema_privilege(oid, 'create')`;
for (const { nspname } of schemas) await sql`drop schema ${sql(nspname)} cascade`;
await sql`create schema if not exists public`;
await sql.end();
for (const { id } of counties) await fileStore().removeAll(id);
await migrate(url, undefined, namedLogins());
// Otherwise verify would report every chain that is gone, rightly.
process.env.DATABASE_URL = url;
const copyFolder = process.env.ZHONGTIAO_CHECKPOINTS_COPY;
await checkpointKeeper({ folder: checkpointFolder(), copyFolder }).beginAnew(new Date(), "npm run db:reset");
process.stdout.write("The database is empty and at the newest schema. Fill it: npm run db:seed\n");
process.exit(0);
