import type postgres from "postgres";
import { coveredContent } from "@/server/audit/parts/covered-content";

/** What an act left in a covered row: its columns as they are hashed, and the digest that the act took. */
export interface KeptDigest {
  seq: string;
  subject: string;
  key: string;
  version: string;
  salt: string;
  digest: string;
  /** JSON text of each covered column; null where the act wrote the row twice and this was not the last time. */
  values: string[] | null;
}

/** Every version of every covered row is kept while stories are played: a digest of a former version needs its content. */
export async function beginJournal(sql: postgres.ISql): Promise<void> {
  await sql.unsafe(`
    drop schema if exists generation cascade;
    create schema generation;
    create table generation.written (subject text, key text, row jsonb);
    create function generation.keep() returns trigger language plpgsql security definer
      set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
    begin
      insert into generation.written values (tg_table_name, app.content_key(tg_argv[0], to_jsonb(new)), to_jsonb(new));
      return null;
    end $$;
    ${Object.entries(coveredContent)
      .map(
        ([table, { key }]) =>
          `create trigger keep_for_generation after insert or update on ${table} for each row execute function generation.keep('${key}')`,
      )
      .join(";\n")}`);
}

export const endJournal = (sql: postgres.ISql): Promise<unknown> => sql.unsafe("drop schema generation cascade");

/** The digests of a dispute's chain in the order of writing, each with the content it was taken of. */
export async function digestsOf(sql: postgres.ISql, chain: string): Promise<KeptDigest[]> {
  const lists = Object.entries(coveredContent).map(([table, { columns }]) => `('${table}', '${columns}')`);
  return sql.unsafe<KeptDigest[]>(
    `select d.seq::text, d.subject, d.key, d.version::text, d.salt::text, d.digest, (
        select to_json(array(select coalesce((w.row -> c.name)::text, 'null') from unnest(string_to_array(l.columns, ',')) with ordinality as c (name, at) order by c.at))
        from generation.written w where w.subject = d.subject and w.key = d.key
          and app.content_digest(d.salt, d.subject, d.key, d.version, l.columns, w.row) = d.digest limit 1) as values
      from content_digests d join (values ${lists.join(", ")}) as l (subject, columns) on l.subject = d.subject
      where d.chain = $1::uuid order by d.id`,
    [chain],
  );
}
