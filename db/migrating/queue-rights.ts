import type postgres from "postgres";

// The queue's tables are made by its own migrations, after our text. They have row security without a policy.
const rights = `do $$
  declare v_table regclass;
  begin
    grant usage on schema graphile_worker to zhongtiao_queue;
    grant select, insert, update, delete on all tables in schema graphile_worker to zhongtiao_queue;
    grant usage on all sequences in schema graphile_worker to zhongtiao_queue;
    for v_table in select c.oid from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'for_worker') loop
      execute format('create policy for_worker on %s to zhongtiao_queue using (true) with check (true)', v_table);
    end loop;
  end $$`;

/** Lets the worker's login, and no other, take jobs from the queue. Changes nothing where it may already. */
export async function ensureQueueRights(sql: postgres.Sql): Promise<void> {
  const [lacking] = await sql`
    select from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace
      and (c.relkind in ('r', 'v') and not has_table_privilege('zhongtiao_queue', c.oid, 'select, insert, update, delete')
        or c.relkind = 'S' and not has_sequence_privilege('zhongtiao_queue', c.oid, 'usage')
        or c.relkind = 'r' and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'for_worker'))
    limit 1`;
  if (lacking) await sql.unsafe(rights);
}
