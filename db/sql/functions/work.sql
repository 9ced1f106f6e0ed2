-- Whether whoever acts heads the place a person works at. Lawyers on the county's roster belong to no place: the heads of
-- committees keep it.
create function app.heads_work_of(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from people p where p.county_id = (select app.proven_county()) and p.id = p_person and case app.office()
    when 'stationHead' then p.station_id = app.station()
    when 'committeeHead' then p.committee_id = any (app.subjects()) or p.role = 'expert' else false end)
$$;

-- Everything open that names a person, beside the proceedings they lead: what would be left behind if they left. Every column
-- that names somebody in charge is answered here (server/handovers/open-work.test.ts walks them).
create function app.open_work_of(p_person uuid) returns table (kind text, id uuid, dispute_id uuid, label text, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_county constant uuid := app.proven_county();
begin
  if v_county is null or not app.heads_work_of(p_person) then return; end if;
  return query
  select w.kind, w.id, w.dispute_id, coalesce(d.number, w.label), w.at from (
    select 'gateStep' as kind, s.id, s.dispute_id, '' as label, s.due_at as at from gate_steps s
      where s.county_id = v_county and s.owner_id = p_person and s.result is null
    union all
    select 'townHall', t.id, null, t.title, null from town_halls t
      where t.county_id = v_county and t.chair_id = p_person and t.cancelled_at is null and t.until_day >= app.day_of(app.now())
    union all
    select 'dutyLeader', l.id, null, '', lower(l.during) from duty_leaders l
      where l.county_id = v_county and l.person_id = p_person and upper(l.during) > app.now()
    union all
    select 'dutyShift', l.id, null, '', lower(l.during) from duty_shifts l
      where l.county_id = v_county and l.person_id = p_person and upper(l.during) > app.now()
    union all
    select 'assignment', a.id, a.dispute_id, '', a.due_at from assignments a join proceedings p on p.county_id = a.county_id and p.id = a.proceeding_id
      where a.county_id = v_county and a.person_id = p_person and a.status = 'open' and p.ended_at is null
    union all
    select 'seat', e.id, e.dispute_id, '', e.starts_at from session_people t join sessions e on e.county_id = t.county_id and e.id = t.session_id
      join proceedings p on p.county_id = e.county_id and p.id = e.proceeding_id
      where t.county_id = v_county and t.person_id = p_person and e.status = 'booked' and e.started_at is null and e.starts_at > app.now()
        and p.lead_person_id <> p_person
    union all
    select 'seat', i.id, i.dispute_id, '', e.starts_at from interpreters i join sessions e on e.county_id = i.county_id and e.id = i.session_id
      where i.county_id = v_county and i.person_id = p_person and i.ended_at is null and e.status = 'booked' and e.started_at is null and e.starts_at > app.now()
    union all
    select 'need', e.id, e.dispute_id, '', e.starts_at from session_needs n join sessions e on e.county_id = n.county_id and e.id = n.session_id
      join proceedings p on p.county_id = e.county_id and p.id = e.proceeding_id
      where n.county_id = v_county and n.person_id = p_person and e.status = 'booked' and e.starts_at > app.now() and p.lead_person_id <> p_person
    union all
    select 'consultation', c.id, null, '', c.due_at from consultations c
      where c.county_id = v_county and c.duty_id = p_person and c.status = 'waiting'
    union all
    select 'assistant', p.id, p.dispute_id, '', p.next_due_at from proceedings p
      where p.county_id = v_county and p.assistant_id = p_person and p.ended_at is null
    union all
    select 'verifier', o.id, o.dispute_id, '', null from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      where o.county_id = v_county and o.verifier_id = p_person and num_nonnulls(o.performed_at, o.waived_at) = 0 and a.status <> 'withdrawn'
    union all
    select 'invitation', i.id, i.dispute_id, '', i.answer_by from invitations i join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
      where i.county_id = v_county and i.person_id = p_person and i.status in ('sent', 'seen', 'accepted') and p.ended_at is null
    union all
    select 'leadRequest', r.id, r.dispute_id, '', null from lead_requests r
      where r.county_id = v_county and r.wished_person_id = p_person and r.outcome is null
    union all
    select 'deputy', p.id, null, p.name, null from people p
      where p.county_id = v_county and p.deputy_id = p_person and p.disabled_at is null) w
    left join disputes d on d.county_id = v_county and d.id = w.dispute_id
  -- A matter that is closed to the head stays unnamed; that there is work is said all the same.
  order by w.at nulls last, w.id limit 300;
end $$;

-- How much of what is still to come rests on a person, by kind, beside the proceedings they lead and the hours at which they are
-- expected: on their help with forces they do not keep, and, where they leave (`p_keeps` is null), on whatever names them.
create function app.work_resting_on(p_county uuid, p_person uuid, p_keeps text[]) returns table (kind text, n integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.kind, count(*)::int from (
    select 'dutyShift' as kind from duty_shifts l where l.county_id = p_county and l.person_id = p_person and upper(l.during) > app.now()
      and 'lawyer' <> all (coalesce(p_keeps, '{}'))
    union all
    select 'consultation' from consultations c where c.county_id = p_county and c.duty_id = p_person and c.status = 'waiting'
      and 'lawyer' <> all (coalesce(p_keeps, '{}'))
    union all
    select 'seat' from session_people t join sessions e on e.county_id = t.county_id and e.id = t.session_id and e.status = 'booked' and e.ends_at > app.now()
      join invitations i on i.county_id = e.county_id and i.proceeding_id = e.proceeding_id and i.person_id = t.person_id and i.status = 'accepted'
      where t.county_id = p_county and t.person_id = p_person and p_keeps is not null and i.force_code <> all (p_keeps)
    union all
    select 'gateStep' from gate_steps g where p_keeps is null and g.county_id = p_county and g.owner_id = p_person and g.result is null
    union all
    select 'dutyLeader' from duty_leaders l where p_keeps is null and l.county_id = p_county and l.person_id = p_person and upper(l.during) > app.now()
    union all
    select 'assistant' from proceedings r where p_keeps is null and r.county_id = p_county and r.assistant_id = p_person and r.ended_at is null
    union all
    select 'assignment' from assignments a join proceedings p on p.county_id = a.county_id and p.id = a.proceeding_id and p.ended_at is null
      where p_keeps is null and a.county_id = p_county and a.person_id = p_person and a.status = 'open'
    union all
    select 'interpreting' from interpreters i join sessions e on e.county_id = i.county_id and e.id = i.session_id and e.status = 'booked' and e.ends_at > app.now()
      where p_keeps is null and i.county_id = p_county and i.person_id = p_person and i.ended_at is null
    union all
    select 'need' from session_needs q join sessions e on e.county_id = q.county_id and e.id = q.session_id and e.status = 'booked' and e.ends_at > app.now()
      where p_keeps is null and q.county_id = p_county and q.person_id = p_person) w
  group by w.kind order by w.kind
$$;

-- All of it together for administrators, who see no case: a number and nothing else.
create function app.work_left_by(p_person uuid, p_keeps text[]) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(w.n), 0)::int from app.work_resting_on((select app.proven_county()), p_person, p_keeps) w where app.office() = 'admin'
$$;

-- Nobody leaves, changes their role or works elsewhere while something to come rests on them: it is handed over first. Whoever
-- leads a matter or is expected at a session does not leave either.
create function app.check_leaves_no_work() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.disabled_at is not null and old.disabled_at is null and (
      exists (select from proceedings p where p.county_id = new.county_id and p.lead_person_id = new.id and p.ended_at is null)
      or exists (select from session_people sp join sessions s on s.county_id = sp.county_id and s.id = sp.session_id
        where sp.county_id = new.county_id and sp.person_id = new.id and s.status = 'booked' and s.ends_at > app.now())) then
    raise exception 'hand it over' using errcode = '23514', constraint = 'people_leave_no_work';
  end if;
  if app.person() is not null and not app.is_system() and exists (select from app.work_resting_on(new.county_id, new.id, null) w
      where new.disabled_at is not null or new.role <> old.role or w.kind in ('gateStep', 'dutyLeader')) then
    raise exception 'hand it over' using errcode = '23514', constraint = 'people_leave_no_work';
  end if;
  return new;
end $$;

-- A role beside the main one, or somebody's help with a force, does not end while something to come rests on it. For forces this
-- is asked at commit, when those that are kept have been written again.
create function app.check_helps_no_more() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_row jsonb := to_jsonb(coalesce(new, old));
begin
  if app.person() is not null and exists (select from app.work_resting_on((v_row ->> 'county_id')::uuid, (v_row ->> 'person_id')::uuid,
      (select case tg_table_name when 'person_roles' then '{}' else coalesce(array_agg(f.force_code), '{}') end from person_forces f
        where f.county_id = (v_row ->> 'county_id')::uuid and f.person_id = (v_row ->> 'person_id')::uuid))) then
    raise exception 'hand it over' using errcode = '23514', constraint = tg_argv[0];
  end if;
  return coalesce(new, old);
end $$;

-- A lawyer is on duty while they help as one: not after the last day of a role beside their main one.
create function app.check_duty_shift() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from people p join person_forces f on f.county_id = p.county_id and f.person_id = p.id and f.force_code = 'lawyer'
      where p.county_id = new.county_id and p.id = new.person_id and p.disabled_at is null and (p.role = 'expert'
        or exists (select from person_roles r where r.county_id = p.county_id and r.person_id = p.id and r.role = 'expert'
          and app.is_held(r, app.day_of(lower(new.during))) and app.is_held(r, app.day_of(upper(new.during) - interval '1 second'))))) then
    raise exception 'no lawyer then' using errcode = '23514', constraint = 'duty_shifts_by_lawyer';
  end if;
  return new;
end $$;

-- How many invitations of a force wait for an answer, and how many coming sessions need somebody of it: a number for
-- administrators who see no case.
create function app.asked_of_force(p_county uuid, p_code text) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select (
    (select count(*) from invitations i join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
      where i.county_id = p_county and i.force_code = p_code and i.status in ('sent', 'seen') and p.ended_at is null)
    + (select count(*) from session_needs n join sessions e on e.county_id = n.county_id and e.id = n.session_id
      where n.county_id = p_county and n.force_code = p_code and e.status = 'booked' and e.starts_at > app.now()))::int
$$;

-- No force leaves the board while somebody of it is asked or needed.
create function app.check_force_leaving() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.asked_of_force(new.county_id, new.code) > 0 then
    raise exception 'asked' using errcode = '23514', constraint = 'forces_leave_without_work';
  end if;
  return new;
end $$;
