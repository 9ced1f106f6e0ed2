import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Is there a county already? */
export async function isSeeded(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const rows = await database().execute(sql`select 1 from counties limit 1`);
  return rows.length > 0;
}

/** Says that the demo county is being written; `demoWritten` takes it back. Who starts after a crash finds it still there. */
export const demoBegun = () =>
  database().execute(sql`insert into drizzle.unfinished values ('demo') on conflict do nothing`);
export const demoWritten = () => database().execute(sql`delete from drizzle.unfinished where what = 'demo'`);

/** Whether the demo county was begun and never finished: its matters break off somewhere. */
export async function isHalfSeeded(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const [there] = await database().execute<{ is: boolean }>(
    sql`select to_regclass('drizzle.unfinished') is not null as is`,
  );
  if (!there?.is) return false;
  const rows = await database().execute(sql`select 1 from drizzle.unfinished where what = 'demo'`);
  return rows.length > 0;
}

/** Whether anybody can sign in to an account of the demo county, whose password is known. */
export async function hasDemoAccounts(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const rows = await database().execute(sql`
    select 1 from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id
    where a.disabled_at is null and p.disabled_at is null and p.email like '%@demo.example' limit 1`);
  return rows.length > 0;
}
