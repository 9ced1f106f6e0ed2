-- Whether the actor reads minors' whole names in a dispute: its lead and its committee, and whoever has a window open there.
create function app.reads_minors(p_county uuid, p_dispute uuid) returns boolean language sql stable as $$
  select app.is_system() or exists (select from public.dispute_access a where a.county_id = p_county and a.dispute_id = p_dispute
      and a.subject_id = any (app.subjects()) and a.is_current and a.relation in ('lead', 'committee'))
    or exists (select from public.reading_windows r where r.county_id = p_county and r.dispute_id = p_dispute
      and r.person_id = app.person() and r.is_granted and r.ended_at is null and r.starts_at <= app.now() and r.ends_at > app.now())
$$;

-- 张某: the family name of whoever must not be recognised, as courts print it.
create function app.family_name_only(p_name text) returns text language sql immutable parallel safe
  as $$ select case when p_name = '' then '' else left(p_name, 1) || '某' end $$;
