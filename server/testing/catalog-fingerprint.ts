import type postgres from "postgres";

/**
 * Everything PostgreSQL knows of our two schemas, one line for each object; two databases with the same structure give the
 * same lines. Every owner's name becomes "owner"; extensions and the job queue's schema are left out.
 */
export async function catalogFingerprint(sql: postgres.Sql): Promise<Map<string, string>> {
  const rows = await sql<{ object: string; definition: string }[]>`
    with ours as (select oid, nspname as name from pg_namespace where nspname in ('public', 'app')),
    borrowed as (select classid, objid from pg_depend where deptype = 'e'),
    relation as (
      select c.*, format('%s.%s', o.name, c.relname) as name from pg_class c join ours o on o.oid = c.relnamespace
      where c.oid not in (select objid from borrowed where classid = 'pg_class'::regclass)),
    routine as (
      select p.*, format('%s.%s(%s)', o.name, p.proname, pg_get_function_identity_arguments(p.oid)) as name
      from pg_proc p join ours o on o.oid = p.pronamespace
      where p.prokind <> 'a' and p.oid not in (select objid from borrowed where classid = 'pg_proc'::regclass))
    select * from (
      select 'relation ' || r.name as object, concat_ws(' ', r.relkind, r.relpersistence, r.relrowsecurity, r.relforcerowsecurity, r.reloptions::text) as definition
        from relation r
      union all
      select format('column %s.%s', r.name, a.attname), concat_ws(' ', row_number() over (partition by r.oid order by a.attnum),
          format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end, 'identity' || nullif(a.attidentity::text, ''),
          'generated' || nullif(a.attgenerated::text, ''), 'default ' || pg_get_expr(d.adbin, d.adrelid), nullif(a.attcollation, 0)::regcollation)
        from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind in ('r', 'p', 'v', 'm')
      union all
      select format('constraint %s on %s', c.conname, r.name), concat_ws(' ', pg_get_constraintdef(c.oid), c.convalidated)
        from pg_constraint c join relation r on r.oid = c.conrelid
      union all
      select 'index ' || r.name, concat_ws(' ', pg_get_indexdef(r.oid), i.indisvalid) from relation r join pg_index i on i.indexrelid = r.oid
      union all
      select format('view %s', r.name), pg_get_viewdef(r.oid) from relation r where r.relkind in ('v', 'm')
      union all
      select format('sequence %s.%s', q.schemaname, q.sequencename), concat_ws(' ', q.data_type, q.start_value, q.increment_by, q.cycle)
        from pg_sequences q join ours o on o.name = q.schemaname
      union all
      -- Databases that were new before the words came in the order of their migrations hold those of messages and consents in another one;
      -- nobody sees anything sorted by them.
      select format('enum %s.%s', o.name, t.typname), (select string_agg(e.enumlabel, ' ' order by
        case when t.typname not in ('notification_kind', 'consent_subject') then e.enumsortorder end, e.enumlabel) from pg_enum e where e.enumtypid = t.oid)
        from pg_type t join ours o on o.oid = t.typnamespace where t.typtype = 'e'
      union all
      select 'function ' || p.name, pg_get_functiondef(p.oid) from routine p
      union all
      select format('trigger %s on %s', t.tgname, r.name), concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
        from pg_trigger t join relation r on r.oid = t.tgrelid where not t.tgisinternal
      union all
      select format('policy %s on %s', p.polname, r.name), concat_ws(' ', p.polcmd, case when p.polpermissive then 'permissive' else 'restrictive' end,
          (select string_agg(case when role = r.relowner then 'owner' when role = 0 then 'public' else role::regrole::text end, ', ' order by 1)
            from unnest(p.polroles) as role),
          'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
        from pg_policy p join relation r on r.oid = p.polrelid
      union all
      select format('rights of %s on %s', case when a.grantee = g.owner then 'owner' when a.grantee = 0 then 'public' else a.grantee::regrole::text end, g.name),
          string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ' ' order by a.privilege_type)
        from (
          select r.name, r.relowner as owner, coalesce(r.relacl, acldefault((case r.relkind when 'S' then 's' else 'r' end)::"char", r.relowner)) as acl
            from relation r where r.relkind in ('r', 'p', 'v', 'm', 'S')
          union all
          select format('%s.%s', r.name, c.attname), r.relowner, c.attacl from relation r join pg_attribute c on c.attrelid = r.oid and c.attacl is not null
          union all
          select p.name, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)) from routine p
          union all
          select 'schema ' || n.nspname, n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner)) from pg_namespace n where n.oid in (select oid from ours)
          union all
          select 'type ' || t.typname, t.typowner, t.typacl from pg_type t join ours o on o.oid = t.typnamespace where t.typacl is not null
          union all
          select concat_ws(' ', 'default', d.defaclobjtype, d.defaclnamespace::regnamespace), d.defaclrole, d.defaclacl from pg_default_acl d
        ) g, aclexplode(g.acl) a
        group by 1
      union all
      select concat_ws(' ', 'comment', d.classoid::regclass, r.name, d.objsubid), d.description from pg_description d join relation r on r.oid = d.objoid
      union all
      select 'comment ' || p.name, d.description from pg_description d join routine p on p.oid = d.objoid and d.classoid = 'pg_proc'::regclass
      union all
      select 'extension ' || e.extname, e.extnamespace::regnamespace::text from pg_extension e
    ) every order by 1`;
  return new Map(rows.map(({ object, definition }) => [object, withoutNesting(definition)]));
}

/** Brackets with at most two further levels inside, as the first operand of a chain of ANDs. */
const nested = /\(\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\) AND /g;

/** PostgreSQL prints `a between 1 and 2 and b` with extra brackets at first, and without them after a dump and restore. */
function withoutNesting(definition: string): string {
  const flat = definition.replace(nested, (whole, inside: string) => {
    const atTop = inside.replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, "");
    return atTop.includes(" AND ") && !atTop.includes(" OR ") ? `(${inside} AND ` : whole;
  });
  return flat === definition ? flat : withoutNesting(flat);
}

/** The lines in which two fingerprints differ; empty when the databases have the same structure. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .sort()
    .filter((object) => one.get(object) !== other.get(object))
    .map((object) => `${object}\n  - ${one.get(object) ?? "(missing)"}\n  + ${other.get(object) ?? "(missing)"}`);
}
