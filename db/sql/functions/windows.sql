-- Restricted matters and reading windows (docs/adr/0030). A restriction marks the rights it closes in dispute_access;
-- the policy of that table shows a marked right to its holder while a window of theirs is open, so that every policy
-- that asks dispute_access closes and opens with it, by the clock alone.

-- Whether a reading window lets its reader read now. The only place that says so.
create function app.window_is_open(w reading_windows) returns boolean language sql stable parallel safe
  as $$ select w.is_granted and w.ended_at is null and w.starts_at <= app.now() and w.ends_at > app.now() $$;

-- Whether a window of whoever acts on a dispute is open now; of others it says no. Policies ask app.own_windows; this is
-- for functions that pass policies by.
create function app.has_window(p_county uuid, p_dispute uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (select from reading_windows w where w.county_id = p_county and w.dispute_id = p_dispute and w.person_id = p_person
    and (p_person = app.person() or not app.is_product())
    and app.window_is_open(w))
$$;

-- Whether all rights to a dispute that whoever asks has are closed by a restriction: a window lets them read, not act.
create function app.only_reads(p_county uuid, p_dispute uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(a.is_hidden), false) from dispute_access a
    where a.county_id = p_county and a.dispute_id = p_dispute and a.subject_id = any (app.subjects())
      -- What they help in counts in no office of theirs, as in app.own_rights.
      and not (app.is_office() and a.relation in ('joined', 'invited'))
$$;

-- Marks which rights to a dispute are closed. Open stay: its leads; whoever led its newest proceeding, until that is
-- archived, with what they read of earlier ones; and helpers who were asked or take part.
create function app.hide_rights(p_county uuid, p_dispute uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_restricted boolean;
begin
  v_restricted := exists (select from dispute_restrictions r where r.county_id = p_county and r.dispute_id = p_dispute and r.released_at is null);
  update dispute_access a set is_hidden = h.is_hidden
    from (select b.subject_id, b.relation, b.via, v_restricted and case
        when b.relation in ('committee', 'station', 'otherLine') then true
        when b.relation in ('formerLead', 'successor') then not exists (select from proceedings p
          where p.county_id = p_county and p.id = b.via and p.archived_at is null
            and not exists (select from proceedings q where q.county_id = p_county and q.dispute_id = p_dispute and q.ordinal > p.ordinal))
        else false end as is_hidden
      from dispute_access b where b.county_id = p_county and b.dispute_id = p_dispute) h
    where a.county_id = p_county and a.dispute_id = p_dispute and a.subject_id = h.subject_id and a.relation = h.relation and a.via = h.via
      and a.is_hidden <> h.is_hidden;
end $$;

-- At commit, so that whoever restricts a matter and loses sight of it by that can finish the act.
create function app.settle_restriction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.hide_rights(new.county_id, new.dispute_id);
  return null;
end $$;

-- A restriction is set by whoever acts, stays as it was set, and is released once, by a head of another duty who reads the matter: in
-- a window that a third person has opened to them, so that nobody opens it to themselves.
create function app.check_restriction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.released_at is not null or app.person() is not null and new.restricted_by <> app.person() then
      raise exception 'set by another' using errcode = '23514', constraint = 'dispute_restrictions_as_set';
    end if;
    return new;
  end if;
  if old.released_at is not null or (new.dispute_id, new.ground, new.reason, new.restricted_by, new.restricted_at)
      is distinct from (old.dispute_id, old.ground, old.reason, old.restricted_by, old.restricted_at) then
    raise exception 'fixed' using errcode = '23514', constraint = 'dispute_restrictions_as_set';
  end if;
  if not app.may_grant(new.county_id, new.dispute_id, new.restricted_by, new.released_by)
      or app.person() is not null and new.released_by <> app.person() then
    raise exception 'another duty releases' using errcode = '23514', constraint = 'dispute_restrictions_other_duty_releases';
  end if;
  if app.person() is not null and app.only_reads(new.county_id, new.dispute_id)
      and not app.has_window(new.county_id, new.dispute_id, new.released_by) then
    raise exception 'read it first' using errcode = '23514', constraint = 'dispute_restrictions_read_before_release';
  end if;
  return new;
end $$;

-- Whether a person stands to a dispute in the way of the office, closed or not: they may ask for a window, and be the
-- second person of another's emergency. Administrators, who make accounts, never do.
create function app.is_of_office(p_county uuid, p_dispute uuid, p_person uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_subjects uuid[];
begin
  select array[p.id, case when p.role in ('mediator', 'committeeHead') then p.committee_id end,
      case when p.role in ('officer', 'stationHead') then p.station_id end] into v_subjects
    from people p where p.county_id = p_county and p.id = p_person and p.disabled_at is null
      and p.role in ('mediator', 'committeeHead', 'officer', 'stationHead');
  return found and exists (select from dispute_access a where a.county_id = p_county and a.dispute_id = p_dispute and a.subject_id = any (v_subjects)
    and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station', 'otherLine'));
end $$;

-- Who opens a request: of an approved window a head of another duty; of an emergency whoever else belongs to the matter's
-- office. Nobody opens their own.
create function app.may_open_window(p_county uuid, p_dispute uuid, p_kind window_kind, p_asker uuid, p_opener uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_asker <> p_opener and case p_kind
    when 'approved' then app.may_grant(p_county, p_dispute, p_asker, p_opener)
    else app.is_of_office(p_county, p_dispute, p_opener) or app.may_grant(p_county, p_dispute, p_asker, p_opener) end
$$;

create function app.check_window_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select app.heir_of(d.county_id, d.station_id), app.heir_of(d.county_id, d.committee_id) into new.station_id, new.committee_id from disputes d
    where d.county_id = new.county_id and d.id = new.dispute_id;
  if num_nonnulls(new.decided_at, new.ended_at, new.reviewed_at) > 0 or app.person() is not null and new.person_id <> app.person() then
    raise exception 'asked for another, or decided at once' using errcode = '23514', constraint = 'reading_windows_as_asked';
  end if;
  if new.station_id is not null and not app.is_of_office(new.county_id, new.dispute_id, new.person_id) then
    raise exception 'not of the office' using errcode = '23514', constraint = 'reading_windows_asked_by_office';
  end if;
  return new;
end $$;

-- A request is opened once, by who may; a window may be ended early and stays as it was once it is over; an emergency is
-- reviewed once, afterwards, by a head of another duty.
create function app.check_window() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_over timestamptz := coalesce(old.ended_at, old.ends_at);
begin
  if (new.dispute_id, new.kind, new.person_id, new.reason, new.asked_at, new.lapses_at, new.minutes_max)
      is distinct from (old.dispute_id, old.kind, old.person_id, old.reason, old.asked_at, old.lapses_at, old.minutes_max)
    or new.station_id <> old.station_id and not app.is_succession(new.county_id, old.station_id, new.station_id)
    or new.committee_id <> old.committee_id and not app.is_succession(new.county_id, old.committee_id, new.committee_id)
    or old.decided_at is null and num_nonnulls(new.ended_at, new.reviewed_at) > 0 then
    raise exception 'fixed' using errcode = '23514', constraint = 'reading_windows_as_asked';
  end if;
  -- Until when it is reviewed moves with the days off alone, while it is not.
  if old.decided_at is not null and ((new.is_granted, new.decided_by, new.decided_at, new.starts_at, new.ends_at)
      is distinct from (old.is_granted, old.decided_by, old.decided_at, old.starts_at, old.ends_at)
    or new.review_due_at is distinct from old.review_due_at and (not app.is_system() or old.reviewed_at is not null)) then
    raise exception 'decided' using errcode = '23514', constraint = 'reading_windows_decided_once';
  end if;
  if old.decided_at is null and new.decided_at is not null then
    if app.now() >= old.lapses_at then
      raise exception 'lapsed' using errcode = '23514', constraint = 'reading_windows_lapsed';
    end if;
    if new.decided_at <> app.now() or app.person() is not null and new.decided_by <> app.person()
        or not app.may_open_window(new.county_id, new.dispute_id, new.kind, new.person_id, new.decided_by) then
      raise exception 'opened by another' using errcode = '23514', constraint = 'reading_windows_opened_by_entitled';
    end if;
  end if;
  if (new.ended_by, new.ended_at) is distinct from (old.ended_by, old.ended_at) then
    if v_over <= app.now() or new.ended_at <> app.now() then
      raise exception 'over' using errcode = '23514', constraint = 'reading_windows_stay_over';
    end if;
    if app.person() is not null and new.ended_by <> app.person()
        or new.ended_by <> new.person_id and not app.may_grant(new.county_id, new.dispute_id, new.person_id, new.ended_by) then
      raise exception 'ended by another' using errcode = '23514', constraint = 'reading_windows_opened_by_entitled';
    end if;
  end if;
  if old.reviewed_at is null and new.reviewed_at is not null and (v_over > app.now() or new.reviewed_at <> app.now()
      or app.person() is not null and new.reviewed_by <> app.person()
      or not app.may_grant(new.county_id, new.dispute_id, new.person_id, new.reviewed_by))
    or old.reviewed_at is not null and (new.review, new.review_note, new.reviewed_by, new.reviewed_at)
      is distinct from (old.review, old.review_note, old.reviewed_by, old.reviewed_at) then
    raise exception 'reviewed once' using errcode = '23514', constraint = 'reading_windows_reviewed_afterwards';
  end if;
  return new;
end $$;

-- What of a dispute is closed to whoever asks: the whole matter, the particulars of its minors, or nothing; null for who
-- does not belong to its office.
create function app.closed_part(p_dispute uuid) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_county constant uuid := app.proven_county(); v_is_open boolean; v_works_on_it boolean;
begin
  if v_county is null or not app.is_of_office(v_county, p_dispute, app.person()) then return null; end if;
  select coalesce(bool_or(not a.is_hidden), false), coalesce(bool_or(not a.is_hidden and a.is_current and a.relation in ('lead', 'committee')), false)
    into v_is_open, v_works_on_it
    from dispute_access a where a.county_id = v_county and a.dispute_id = p_dispute and a.subject_id = any (app.subjects());
  return case when v_works_on_it or app.has_window(v_county, p_dispute, app.person()) then 'nothing'
    when not v_is_open then 'matter'
    when exists (select from parties p where p.county_id = v_county and p.dispute_id = p_dispute and p.is_minor) then 'minors'
    else 'nothing' end;
end $$;

-- What everybody of its office sees of a restricted matter: number, station, type, and how far it is. One, or all of them.
create function app.restricted_frames(p_dispute uuid) returns table (dispute_id uuid, number text, station text, type dispute_type,
    status proceeding_status, is_closed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.number, s.name, d.type,
    (select p.status from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id order by p.ordinal desc limit 1),
    app.closed_part(d.id) = 'matter'
  from dispute_restrictions r
    join disputes d on d.county_id = r.county_id and d.id = r.dispute_id
    join stations s on s.county_id = d.county_id and s.id = d.station_id
  where r.county_id = (select app.proven_county()) and r.released_at is null and (p_dispute is null or d.id = p_dispute)
    and app.closed_part(d.id) is not null
  order by d.number desc
$$;

-- Why a matter is restricted, for those who may read it now.
create function app.restriction_of(p_dispute uuid) returns table (ground restriction_ground, reason text, set_by text, restricted_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare r dispute_restrictions;
begin
  select * into r from dispute_restrictions x where x.county_id = app.proven_county() and x.dispute_id = p_dispute and x.released_at is null;
  -- Of the few that are restricted alone it is asked what is closed to the reader.
  if not found or coalesce(app.closed_part(p_dispute), '') not in ('nothing', 'minors') then return; end if;
  return query select r.ground, r.reason, p.name, r.restricted_at from people p where p.county_id = r.county_id and p.id = r.restricted_by;
end $$;

-- Emergency windows that are open now, for everybody who takes part in the dispute while they are.
create function app.open_emergencies(p_dispute uuid) returns table (id uuid, asker text, second text, reason text, ends_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, p.name, q.name, w.reason, w.ends_at from reading_windows w
    join people p on p.county_id = w.county_id and p.id = w.person_id
    join people q on q.county_id = w.county_id and q.id = w.decided_by
  where w.county_id = (select app.proven_county()) and w.dispute_id = p_dispute and w.kind = 'emergency' and w.is_granted
    and w.ended_at is null and w.starts_at <= app.now() and w.ends_at > app.now()
    and exists (select from dispute_access a where a.county_id = w.county_id and a.dispute_id = w.dispute_id
      and a.subject_id = any (app.subjects()) and a.relation <> 'invited' and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person())))
  order by w.ends_at
$$;

-- Who read what of a dispute, newest first, for its lead: readings in a window, confidential papers opened, phones
-- revealed; and the windows themselves. Never which paper it was.
create function app.readings_of(p_dispute uuid, p_limit integer) returns table (at_us bigint, seq bigint, action text, who text, post text, what text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.at_us, e.seq, e.action, p.name, p.post, e.payload::jsonb ->> 'what'
  from events e join people p on p.county_id = e.county_id and p.id = e.actor_id
  where e.county_id = (select app.proven_county()) and e.dispute_id = p_dispute
    and e.action in ('window.read', 'note.read', 'file.read', 'opinion.read', 'party.reveal', 'window.confirm', 'window.end')
    and exists (select from dispute_access a where a.county_id = e.county_id and a.dispute_id = e.dispute_id
      and a.subject_id = app.person() and a.relation = 'lead' and a.is_current and (e.proceeding_id is null or a.proceeding_id = e.proceeding_id))
  order by e.at_us desc, e.seq desc limit least(p_limit, 200)
$$;

-- Requests, open windows and emergencies to review that concern whoever asks, with what they may do: the number of the
-- dispute alone says which it is. `may` is open, end or review.
create function app.windows_of_office() returns table (id uuid, dispute_id uuid, number text, kind window_kind, state text, may text,
    is_own boolean, who text, post text, reason text, asked_at timestamptz, lapses_at timestamptz, minutes_max integer, opened_by text,
    starts_at timestamptz, ends_at timestamptz, review_due_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.dispute_id, d.number, w.kind, w.state, w.may, w.person_id = app.person(), p.name, p.post, w.reason, w.asked_at, w.lapses_at,
    w.minutes_max, q.name, w.starts_at, coalesce(w.ended_at, w.ends_at), w.review_due_at
  from (select v.*, case
      when v.state = 'waiting' and app.may_open_window(v.county_id, v.dispute_id, v.kind, v.person_id, app.person()) then 'open'
      when v.state = 'open' and (v.person_id = app.person() or app.may_grant(v.county_id, v.dispute_id, v.person_id, app.person())) then 'end'
      when v.state = 'over' and app.may_grant(v.county_id, v.dispute_id, v.person_id, app.person()) and v.decided_by <> app.person() then 'review' end as may
    from (select r.*, case
        when r.decided_at is null then case when r.lapses_at > app.now() then 'waiting' end
        when not r.is_granted then null
        when r.ended_at is null and r.ends_at > app.now() then 'open'
        when r.kind = 'emergency' and r.review is null then 'over' end as state
      from reading_windows r where r.county_id = (select app.proven_county())
        and (r.person_id = app.person() or (select app.is_office()) and (r.station_id = any (app.subjects()) or r.committee_id = any (app.subjects())))) v
    where v.state is not null) w
    join disputes d on d.county_id = w.county_id and d.id = w.dispute_id
    join people p on p.county_id = w.county_id and p.id = w.person_id
    left join people q on q.county_id = w.county_id and q.id = w.decided_by
  where w.may is not null or w.person_id = app.person() and w.state <> 'over'
  order by w.may = 'review' and w.review_due_at <= app.now() desc nulls last, w.state = 'waiting' desc, w.kind = 'emergency' desc, w.asked_at, w.id
  limit 100
$$;
