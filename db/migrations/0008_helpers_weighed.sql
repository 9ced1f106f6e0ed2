CREATE INDEX "party_links_agents_by_name" ON "party_links" USING btree ("county_id","name") WHERE "party_links"."kind" = 'agent';--> statement-breakpoint
-- How the matters a helper sat in came out, over the whole county: figures alone.
create function app.helper_outcomes(p_people uuid[], p_since timestamptz) returns table (person_id uuid, ended integer, agreed integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.person_id, count(*)::int, count(*) filter (where p.outcome in ('agreedWritten', 'agreedOral', 'partial', 'publicSecurityPerformed'))::int
  from invitations i
  join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
  where i.county_id = app.county() and i.person_id = any (p_people) and i.status = 'accepted' and p.ended_at >= p_since
  group by i.person_id
$$;
-- Is a person free for all of a span? As before, but a town-hall evening hinders also where no session is named,
-- and a week told in adjoining pieces covers what runs across them.
create or replace function app.is_free(p_county uuid, p_person uuid, p_during tstzrange, p_session uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from absences a where a.county_id = p_county and a.person_id = p_person and a.during && p_during)
    and not exists (select from imported_busy i where i.county_id = p_county and i.person_id = p_person and i.during && p_during)
    and not exists (select from slots s where s.county_id = p_county and s.resource_id = p_person and s.during && p_during
      and (s.held_until is null or s.held_until > now()) and (p_session is null or s.session_id is distinct from p_session))
    and (not exists (select from weekly_hours w where w.county_id = p_county and w.person_id = p_person)
      or coalesce((select range_agg(tsrange(date '2000-01-01' + w.from_time, date '2000-01-01' + w.until_time)) from weekly_hours w
        where w.county_id = p_county and w.person_id = p_person
          and w.weekday = extract(isodow from lower(p_during) at time zone 'Asia/Shanghai')) @>
        tsrange(date '2000-01-01' + (lower(p_during) at time zone 'Asia/Shanghai')::time,
          date '2000-01-01' + (lower(p_during) at time zone 'Asia/Shanghai')::time + (upper(p_during) - lower(p_during))), false))
$$;
grant execute on function app.helper_outcomes(uuid[], timestamptz) to zhongtiao_app;
