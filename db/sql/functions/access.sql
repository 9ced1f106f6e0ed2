-- Which rows the actor may reach, worked out from dispute_access. Policies call these as `any (array(select …))`, so
-- that PostgreSQL evaluates each once a statement and not once a row.

-- Disputes whose content the actor may read. An invitation that is not accepted gives access to the invitation only.
create function app.visible_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation <> 'invited' $$;

-- Disputes the actor has any relation to, an unanswered invitation included.
create function app.touched_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) $$;

create function app.led_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation = 'lead' $$;

-- Disputes whose talks the actor takes part in: lead, committee and helpers who accepted.
create function app.table_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation in ('lead', 'committee', 'joined') $$;

-- Disputes whose papers are the actor's work: lead and committee, not the helpers who accepted.
create function app.staff_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation in ('lead', 'committee') $$;

create function app.station_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation = 'station' $$;

-- Proceedings the actor leads. Whoever takes a dispute up again in a later proceeding does not lead the earlier one.
create function app.led_proceedings() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select via from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation = 'lead' $$;

-- Sessions of proceedings the actor leads. Private words belong to their author and to the lead of the very proceeding
-- they were said in; the lead of a later proceeding of the same dispute does not inherit them.
create function app.led_sessions() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select s.id from public.dispute_access a join public.proceedings p on p.county_id = a.county_id and p.id = a.via
          join public.sessions s on s.county_id = p.county_id and s.proceeding_id = p.id
        where a.county_id = app.county() and a.subject_id = any (app.subjects()) and a.relation = 'lead' $$;

-- Sessions the person is expected at.
create function app.attended_sessions() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select session_id from session_people where county_id = app.county() and person_id = app.person() $$;
