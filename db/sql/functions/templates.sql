-- For which office the actor sets templates: a head for their own committee, an administrator for the county, named by its own id.
create function app.template_office() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select case p.role when 'committeeHead' then p.committee_id when 'admin' then p.county_id end from people p
  where p.county_id = app.proven_county() and p.id = app.person() and p.disabled_at is null
$$;

-- A template stays as it was taken; it is withdrawn once.
create function app.check_template_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null
    or to_jsonb(new) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[] <> to_jsonb(old) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[] then
    raise exception 'append only' using errcode = '23001', constraint = 'paper_templates_withdrawn_once', table = tg_table_name;
  end if;
  return new;
end $$;
