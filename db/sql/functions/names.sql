-- Whether the actor reads minors' whole names in a dispute: its lead and its committee, and whoever has a window open there.
create function app.reads_minors(p_county uuid, p_dispute uuid) returns boolean language plpgsql stable as $$
begin
  return app.is_system()
    or exists (select from app.own_rights a where a.county_id = p_county and a.dispute_id = p_dispute
      and a.is_current and a.relation in ('lead', 'committee'))
    or exists (select from app.own_windows w where w.county_id = p_county and w.dispute_id = p_dispute);
end $$;

-- 张某: the family name of whoever must not be recognised, as courts print it.
create function app.family_name_only(p_name text) returns text language sql immutable parallel safe
  as $$ select case when p_name = '' then '' else left(p_name, 1) || '某' end $$;
