import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { asSuperuser } from "./as-login";

/**
 * Everything this file's database holds, as text: each row of each table of ours, of the queue and of the ledgers, and the
 * sample values that PostgreSQL keeps of columns. What a dump, a copied disk or somebody with the owner's password sees.
 */
export async function wholeDump(): Promise<string> {
  const { db, close } = asSuperuser();
  try {
    await db.execute(sql`analyze`);
    const tables = await db.execute<{ name: string }>(sql`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`);
    const texts = [];
    for (const { name } of [...tables, { name: "pg_catalog.pg_stats" }]) {
      const [row] = await db.execute<{ text: string | null }>(
        sql`select string_agg(t::text, chr(10)) as text from ${sql.raw(name)} t`,
      );
      texts.push(`${name}\n${row?.text ?? ""}`);
    }
    return texts.join("\n");
  } finally {
    await close();
  }
}

/** The forms in which a dump would tell a number: written, its longer ends, masked, shortened, or hashed without a key. */
export function tracesOf(number: string): string[] {
  const bare = number.replace(/[^0-9Xx]/g, "");
  const end = bare.slice(-4);
  const parts = [number, bare, bare.slice(-8), bare.slice(3), `${bare.slice(0, 3)}****${end}`, `*${end}`, `…${end}`];
  const hashed = [number, bare].flatMap((text) =>
    (["hex", "base64", "base64url"] as const).map((form) => createHash("sha256").update(text).digest(form)),
  );
  return [...new Set([...parts, ...hashed])];
}
