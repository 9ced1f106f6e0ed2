-- Days and instants of what happened, apart from when it was entered: none lies ahead, and none before what has to come first.

-- Since when a matter has been here: registered, or taken up or talked over before that was entered.
create function app.here_since(p_county uuid, p_dispute uuid, p_registered_on date default null) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select least(coalesce(p_registered_on, (select app.day_of(d.registered_at) from disputes d where d.county_id = p_county and d.id = p_dispute)),
    (select min(app.began_on(p.county_id, p.id)) from proceedings p where p.county_id = p_county and p.dispute_id = p_dispute))
$$;

-- The first day on which a proceeding can have been taken up: not before what it is about began, nor before the end of the
-- proceeding before it, nor longer before its registration than any county may let people enter what happened (rule session.enterDays).
create function app.acceptable_from(p_county uuid, p_dispute uuid, p_ordinal int) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  select greatest(d.started_on, app.day_of(d.registered_at) - (select b.highest from app.rule_bounds() b where b.key = 'session.enterDays'),
    (select max(coalesce(e.happened_on, app.day_of(q.ended_at))) from proceedings q
      left join endings e on e.county_id = q.county_id and e.proceeding_id = q.id
      where q.county_id = d.county_id and q.dispute_id = d.id and q.ordinal < p_ordinal))
  from disputes d where d.county_id = p_county and d.id = p_dispute
$$;

-- A matter is refused on a day before the entry, and when it could have been taken up.
create function app.check_refused_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(new.not_accepted_on < app.day_of(new.not_accepted_at)
      and new.not_accepted_on >= app.acceptable_from(new.county_id, new.id, 2147483647), false) then
    raise exception 'day' using errcode = '23514', constraint = 'disputes_refused_when_it_happened';
  end if;
  return null;
end $$;

-- The earliest day on which what a row tells can have happened; null where nothing says.
create function app.earliest_day(p_table text, p_row jsonb) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_county uuid := (p_row ->> 'county_id')::uuid;
begin
  perform app.require_county(v_county);
  return case p_table
    -- An agreement is broken once it is in force; whoever says beforehand that they will not pay breaks it too.
    when 'breaches' then (select app.day_of(a.effective_at) from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      where o.county_id = v_county and o.id = (p_row ->> 'obligation_id')::uuid)
    when 'urges' then (select app.day_of(a.effective_at) from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      where o.county_id = v_county and o.id = (p_row ->> 'obligation_id')::uuid)
    -- Nobody denies what was not said to have happened yet.
    when 'ledger_contests' then coalesce((select f.performed_on from performances f where f.county_id = v_county and f.id = (p_row ->> 'entry_id')::uuid),
      (select app.reached_on(o.county_id, o.agreement_id) from obligations o where o.county_id = v_county and o.id = (p_row ->> 'obligation_id')::uuid))
    when 'ledger_contest_ends' then (select k.said_on from ledger_contests k where k.county_id = v_county and k.id = (p_row ->> 'contest_id')::uuid)
    -- Nobody inherits from the living.
    when 'party_successions' then (select e.happened_on from party_exits e where e.county_id = v_county
      and e.party_id = (p_row ->> 'party_id')::uuid and e.kind in ('died', 'dissolved') and e.undone_at is null)
    when 'party_links' then coalesce(to_date(p_row ->> 'authorised_on', 'YYYY-MM-DD'),
      (select e.elected_on from elections e where e.county_id = v_county and e.id = (p_row ->> 'election_id')::uuid))
    -- What came of it is reported by whoever took it, once they had.
    when 'transfers' then greatest(app.day_of((p_row ->> 'offered_at')::timestamptz), to_date(p_row ->> 'answered_on', 'YYYY-MM-DD'))
    when 'assignments' then app.day_of((p_row ->> 'asked_at')::timestamptz)
    when 'tie_waivers' then app.began_on(v_county, (p_row ->> 'proceeding_id')::uuid)
    when 'session_tellings' then (select app.began_on(s.county_id, s.proceeding_id) from sessions s where s.county_id = v_county and s.id = (p_row ->> 'session_id')::uuid)
    when 'interpreters' then app.began_on(v_county, (p_row ->> 'proceeding_id')::uuid)
    when 'clue_steps' then (select app.day_of(c.reported_at) from clues c where c.county_id = v_county and c.id = (p_row ->> 'clue_id')::uuid)
    -- The police may have been there before anybody registered it.
    when 'gate_steps' then app.acceptable_from(v_county, (p_row ->> 'dispute_id')::uuid, 1)
    when 'guardian_summonses' then app.acceptable_from(v_county, (p_row ->> 'dispute_id')::uuid, 1)
    -- Nobody is told of a decision before it was made.
    when 'lead_requests' then app.day_of((p_row ->> 'decided_at')::timestamptz)
    when 'endings' then app.began_on(v_county, (p_row ->> 'proceeding_id')::uuid)
    when 'parties' then date '1900-01-01'
    -- Nobody dies before they are born; whoever was gone before the quarrel began was no party to it, and a matter is left once it is here.
    when 'party_exits' then greatest(
      (select d.started_on from disputes d where d.county_id = v_county and d.id = (p_row ->> 'dispute_id')::uuid),
      (select coalesce(p.born_on, make_date(p.born_year, 1, 1)) from parties p where p.county_id = v_county and p.id = (p_row ->> 'party_id')::uuid
        and p_row ->> 'kind' = 'died'),
      case when p_row ->> 'kind' = 'left' then app.here_since(v_county, (p_row ->> 'dispute_id')::uuid) end)
  end;
end $$;

-- The last day on which it can have happened: today; what a matter is about, before it came here.
create function app.latest_day(p_table text, p_row jsonb) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_county uuid := (p_row ->> 'county_id')::uuid;
begin
  perform app.require_county(v_county);
  return case p_table
    -- What is registered had begun, and so had whatever was taken up before it was registered.
    when 'disputes' then app.here_since(v_county, (p_row ->> 'id')::uuid, app.day_of((p_row ->> 'registered_at')::timestamptz))
    when 'parties' then least(app.day_of(app.now()), (select e.happened_on from party_exits e where e.county_id = v_county
      and e.party_id = (p_row ->> 'id')::uuid and e.kind = 'died' and e.undone_at is null))
    when 'case_accounts' then (select app.accepted_on(r) from proceedings r where r.county_id = v_county and r.id = (p_row ->> 'proceeding_id')::uuid)
    else app.day_of(app.now()) end;
end $$;

-- Refuses a row one of whose days cannot be true. Arguments: the name of the refusal, the columns. A year is its first day.
create function app.check_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_row jsonb := to_jsonb(new); v_text text; v_day date;
begin
  for v_text in select v_row ->> c.name from unnest(string_to_array(tg_argv[1], ',')) c (name) where v_row ->> c.name is not null loop
    v_day := case length(v_text) when 4 then make_date(v_text::int, 1, 1) when 10 then to_date(v_text, 'YYYY-MM-DD') else app.day_of(v_text::timestamptz) end;
    if v_day > app.latest_day(tg_table_name, v_row) or v_day < app.earliest_day(tg_table_name, v_row) then
      raise exception 'day' using errcode = '23514', constraint = tg_argv[0];
    end if;
  end loop;
  return new;
end $$;

-- Refuses a row one of whose instants is still to come, or of a day before what has to come first; app.check_days knows the days
-- alone. Arguments: the name of the refusal, the columns.
create function app.check_not_ahead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_row jsonb := to_jsonb(new); v_column text;
begin
  foreach v_column in array string_to_array(tg_argv[1], ',') loop
    if not app.can_have_happened((v_row ->> v_column)::timestamptz, app.earliest_day(tg_table_name, v_row)) then
      raise exception 'ahead' using errcode = '23514', constraint = tg_argv[0];
    end if;
  end loop;
  return new;
end $$;
