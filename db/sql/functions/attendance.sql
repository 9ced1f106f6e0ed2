-- When and where the person is expected. Names no dispute, so that an invitee may know it before accepting and keeps it
-- after the proceeding has ended.
create function app.own_sessions(p_proceeding uuid) returns table (proceeding_id uuid, session_id uuid, starts_at timestamptz, ends_at timestamptz,
    status session_status, attendance attendance, room text, point text, address text, is_video boolean, video_url text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.proceeding_id, s.id, s.starts_at, s.ends_at, s.status, sp.attendance, case when v.is_video then '' else coalesce(r.name, s.place) end,
    case when v.is_video then '' else coalesce(p.name, '') end, case when v.is_video then '' else coalesce(p.address, '') end, v.is_video,
    (select l.url from video_links l where v.is_video and s.status = 'booked' and l.county_id = s.county_id and l.session_id = s.id)
  from sessions s cross join lateral (select s.mode = 'video' as is_video) v
  join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id and sp.person_id = (select app.person())
  left join rooms r on r.county_id = s.county_id and r.id = s.room_id
  left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  where s.county_id = (select app.proven_county()) and s.proceeding_id = p_proceeding
$$;

-- How reliable the reader was between two times: at how many sessions that were held they were expected and came, and how
-- many invitations sent since they answered, in how many minutes on average. Their slots give the sessions of that time.
create function app.own_lately(p_since timestamptz, p_now timestamptz) returns table (due integer, came integer, answered integer, minutes numeric)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.due, s.came, i.answered, i.minutes from (
    select count(*) filter (where sp.attendance <> 'expected')::int as due, count(*) filter (where sp.attendance = 'present')::int as came
    from slots sl
    join sessions se on se.county_id = sl.county_id and se.id = sl.session_id and se.status = 'ended'
    join session_people sp on sp.county_id = sl.county_id and sp.session_id = sl.session_id and sp.person_id = sl.resource_id
    where sl.county_id = (select app.proven_county()) and sl.resource_id = (select app.person()) and sl.during && tstzrange(p_since, p_now)
      and lower(sl.during) > p_since) s,
  (select count(*)::int as answered, round(avg(extract(epoch from answered_at - sent_at) / 60)) as minutes from invitations
    where county_id = (select app.proven_county()) and person_id = (select app.person()) and answered_at is not null and sent_at > p_since) i
$$;

-- At how many coming sessions and town halls a person is expected, and when first: for administrators who see no case.
create function app.expected_at(p_person uuid, p_now timestamptz) returns table (count integer, first timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int, min(starts_at) from (
    select s.starts_at from sessions s join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id
      where s.county_id = (select app.proven_county()) and sp.person_id = p_person and s.status = 'booked' and s.ends_at > p_now
    union all
    select m.starts_at from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
      where m.county_id = (select app.proven_county()) and t.chair_id = p_person and m.status = 'booked' and m.ends_at > p_now) c
$$;

-- The sessions of a proceeding that have not begun, and how free a person is for each: for whoever is to name another lead,
-- who may not read the sessions themselves. Nobody without a current right to the proceeding is told.
create function app.coming_seats(p_proceeding uuid, p_person uuid, p_travel int) returns table (session_id uuid, ordinal smallint, starts_at timestamptz,
    ends_at timestamptz, is_seated boolean, presence text, is_taken boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.ordinal, s.starts_at, s.ends_at,
    exists (select from session_people p where p.county_id = s.county_id and p.session_id = s.id and p.person_id = p_person),
    f.state, f.is_taken
  from sessions s cross join lateral app.presence_among(s.county_id, array[p_person], tstzrange(s.starts_at, s.ends_at), s.id, null, p_travel) f
  where s.county_id = (select app.proven_county()) and s.proceeding_id = p_proceeding and s.status = 'booked'
    and s.started_at is null and s.starts_at > app.now()
    and (app.is_system() or exists (select from dispute_access a where a.county_id = s.county_id and a.dispute_id = s.dispute_id
      and a.subject_id = any (app.subjects()) and a.proceeding_id = s.proceeding_id and a.is_current and not a.is_hidden and a.relation not in ('invited', 'joined')))
$$;

-- Nobody has come to, or stayed away from, a session whose day is still ahead: presence says who may witness and sign.
create function app.check_come_when_held() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.status = 'booked'
      and app.day_of(least(s.starts_at, s.started_at)) > app.day_of(app.now())) then
    raise exception 'not yet' using errcode = '23514', constraint = 'session_people_come_when_held';
  end if;
  return new;
end $$;

-- Nobody's seat becomes somebody else's.
create function app.check_whose_seat() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'whose' using errcode = '23514', constraint = 'session_people_stay_whose';
end $$;

-- Whoever was present at a session that runs was there: their seat is not taken away before it is recorded.
create function app.check_present_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from sessions s where s.county_id = old.county_id and s.id = old.session_id and s.status = 'booked' and s.started_at is not null) then
    raise exception 'present' using errcode = '23514', constraint = 'session_people_present_stay';
  end if;
  return old;
end $$;

-- What was held has its record, also a caucus, whose words stay in their lane; and only what was held has one. Asked at commit.
create function app.check_session_recorded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'session_records' then
    if not exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.status = 'ended') then
      raise exception 'not held' using errcode = '23514', constraint = 'session_records_of_held';
    end if;
  elsif not exists (select from session_records r where r.county_id = new.county_id and r.session_id = new.id) then
    raise exception 'no record' using errcode = '23514', constraint = 'sessions_ended_have_record';
  end if;
  return null;
end $$;
