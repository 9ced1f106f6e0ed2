-- Whether a person answers for the side a matter was offered to: the committee's head for the committee's line, the
-- station's for the police's; on-scene help, coordination and referral are answered by either.
create function app.may_answer_transfer(p_county uuid, p_person uuid, p_proceeding uuid, p_station uuid, p_committee uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (select from people h join proceedings p on p.county_id = h.county_id and p.id = p_proceeding
    where h.county_id = p_county and h.id = p_person and h.disabled_at is null
      and (h.role = 'committeeHead' and h.committee_id = p_committee and p.track <> 'publicSecurity'
        or h.role = 'stationHead' and h.station_id = p_station and p.track <> 'peoples'))
$$;

-- An offer begins unanswered, for the side that has the matter; it is answered or withdrawn once, inside the county by a
-- head of the side it was offered to, and stays as it was offered and answered.
create function app.check_transfer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' and new.is_succession then
    if not coalesce(new.is_accepted, false) or new.withdrawn_at is not null or new.result_at is not null or new.next_proceeding_id is not null
        or new.to_station_id <> new.from_station_id and not app.is_succession(new.county_id, new.from_station_id, new.to_station_id)
        or new.to_committee_id <> new.from_committee_id and not app.is_succession(new.county_id, new.from_committee_id, new.to_committee_id)
        or not exists (select from disputes d where d.county_id = new.county_id and d.id = new.dispute_id
          and (d.station_id, d.committee_id) = (new.from_station_id, new.from_committee_id)) then
      raise exception 'no successor' using errcode = '23514', constraint = 'transfers_to_successor';
    end if;
    return new;
  end if;
  if tg_op = 'INSERT' then
    if exists (select from stations s where s.county_id = new.county_id and s.id = new.to_station_id and s.disabled_at is not null)
        or exists (select from committees c where c.county_id = new.county_id and c.id = new.to_committee_id and c.disabled_at is not null) then
      raise exception 'closed' using errcode = '23514', constraint = 'transfers_to_open_place',
        detail = coalesce(app.successor_name(new.county_id, new.to_station_id, new.to_committee_id, null), '');
    end if;
    if num_nonnulls(new.answered_at, new.withdrawn_at, new.result_at, new.next_proceeding_id) > 0 or not exists (
        select from disputes d join proceedings p on p.county_id = d.county_id and p.dispute_id = d.id
        where d.county_id = new.county_id and d.id = new.dispute_id and p.id = new.proceeding_id and p.ended_at is null
          and (d.station_id, d.committee_id) = (new.from_station_id, new.from_committee_id)) then
      raise exception 'not theirs to offer' using errcode = '23514', constraint = 'transfers_begin_waiting';
    end if;
    return new;
  end if;
  if (new.dispute_id, new.proceeding_id, new.from_station_id, new.from_committee_id, new.to_station_id, new.to_committee_id, new.to_body,
      new.reason, new.offered_by, new.offered_at, new.is_succession) is distinct from
     (old.dispute_id, old.proceeding_id, old.from_station_id, old.from_committee_id, old.to_station_id, old.to_committee_id, old.to_body,
      old.reason, old.offered_by, old.offered_at, old.is_succession)
    -- Until when they answer moves with the days off alone, while they have not.
    or new.answer_by <> old.answer_by and (not app.is_system() or num_nonnulls(old.answered_at, old.withdrawn_at) > 0)
    or num_nonnulls(old.answered_at, old.withdrawn_at) > 0 and
     (new.is_accepted, new.answered_by, new.answered_at, new.answer_reason, new.answered_on, new.answer_source, new.withdrawn_by, new.withdrawn_at)
      is distinct from
     (old.is_accepted, old.answered_by, old.answered_at, old.answer_reason, old.answered_on, old.answer_source, old.withdrawn_by, old.withdrawn_at)
    or old.next_proceeding_id is not null and new.next_proceeding_id is distinct from old.next_proceeding_id
    or old.result_at is not null and (new.result, new.result_by, new.result_at) is distinct from (old.result, old.result_by, old.result_at) then
    raise exception 'fixed' using errcode = '23514', constraint = 'transfers_stay_as_answered';
  end if;
  if old.answered_at is null and new.answered_at is not null and new.to_body = '' and (
      not app.may_answer_transfer(new.county_id, new.answered_by, new.proceeding_id, new.to_station_id, new.to_committee_id)
      or app.person() is not null and app.person() <> new.answered_by) then
    raise exception 'the other side answers' using errcode = '23514', constraint = 'transfers_other_side_answers';
  end if;
  if old.answered_at is null and new.is_accepted and app.session_under_way(new.county_id, new.proceeding_id) then
    raise exception 'session first' using errcode = '23514', constraint = 'transfers_after_session';
  end if;
  return new;
end $$;

-- An appraisal that the police wait for is waited for by whoever takes the case over: their clock is paused for it too. At commit.
create function app.check_pause_carried() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from clocks c where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id and c.stopped_by = 'ended' and c.paused_on is not null
      and not exists (select from clocks n join clock_changes h on h.county_id = n.county_id and h.clock_id = n.id and h.kind = 'paused' and h.appraisal = c.paused_for
        where n.county_id = new.county_id and n.proceeding_id = new.next_proceeding_id and n.kind = c.kind)) then
    raise exception 'still awaited' using errcode = '23514', constraint = 'transfers_carry_pause';
  end if;
  return null;
end $$;

-- A dispute is another station's and committee's only by an offer that these accepted.
create function app.check_move() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from transfers t where t.county_id = new.county_id and t.dispute_id = new.id and t.is_accepted
      and (t.to_station_id, t.to_committee_id) = (new.station_id, new.committee_id)
      and (t.from_station_id, t.from_committee_id) = (old.station_id, old.committee_id)) then
    raise exception 'not accepted there' using errcode = '23514', constraint = 'disputes_move_by_transfer';
  end if;
  return new;
end $$;

-- A matter does not leave behind what was to be done on family violence: it is somebody's at the station where it is now. Checked at
-- commit.
create function app.check_move_takes_steps() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from gate_steps s join people p on p.county_id = s.county_id and p.id = s.owner_id
      join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
      where s.county_id = new.county_id and s.dispute_id = new.id and s.result is null and s.kind <> 'clarify' and p.station_id is distinct from d.station_id) then
    raise exception 'left behind' using errcode = '23514', constraint = 'disputes_move_with_steps';
  end if;
  return null;
end $$;

-- What an office has offered and was offered, newest first. Of a matter that was offered to them and not accepted, heads read
-- what they need to answer: number, type, place, risk and the neutral summary, which names nobody; of a restricted one the
-- number and type alone. The side it came from reads its outcome there.
create function app.transfers_of_office(p_limit integer) returns table (id uuid, dispute_id uuid, is_incoming boolean, is_waiting boolean, may_answer boolean,
    number text, type dispute_type, track track, place text, risk risk_level, summary text, from_name text, to_name text, reason text, offered_by text,
    offered_at timestamptz, answer_by timestamptz, is_accepted boolean, answered_by text, answered_at timestamptz, answer_reason text,
    is_withdrawn boolean, outcome outcome, ended_at timestamptz, result text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.dispute_id, x.is_incoming, t.answered_at is null and t.withdrawn_at is null,
    t.answered_at is null and t.withdrawn_at is null and t.to_body = ''
      and app.may_answer_transfer(t.county_id, app.person(), t.proceeding_id, t.to_station_id, t.to_committee_id),
    d.number, d.type, p.track, case when r.id is null then d.place else '' end, case when r.id is null then d.risk end,
    case when r.id is null then f.neutral_summary else '' end,
    case when p.track = 'publicSecurity' then fs.name else fc.name end,
    case when t.to_body <> '' then t.to_body when p.track = 'publicSecurity' then ts.name else tc.name end,
    t.reason, o.name, t.offered_at, t.answer_by, t.is_accepted, a.name, t.answered_at, t.answer_reason, t.withdrawn_at is not null,
    n.outcome, n.ended_at, t.result
  from transfers t
    join disputes d on d.county_id = t.county_id and d.id = t.dispute_id
    join dispute_facts f on f.county_id = t.county_id and f.dispute_id = t.dispute_id
    join proceedings p on p.county_id = t.county_id and p.id = t.proceeding_id
    join stations fs on fs.county_id = t.county_id and fs.id = t.from_station_id
    join committees fc on fc.county_id = t.county_id and fc.id = t.from_committee_id
    left join stations ts on ts.county_id = t.county_id and ts.id = t.to_station_id
    left join committees tc on tc.county_id = t.county_id and tc.id = t.to_committee_id
    join people o on o.county_id = t.county_id and o.id = t.offered_by
    left join people a on a.county_id = t.county_id and a.id = t.answered_by
    left join proceedings n on n.county_id = t.county_id and n.id = t.next_proceeding_id
    left join dispute_restrictions r on r.county_id = t.county_id and r.dispute_id = t.dispute_id and r.released_at is null
    cross join lateral (select app.may_decide_access() and (t.to_station_id = any (app.subjects()) or t.to_committee_id = any (app.subjects())) as is_incoming) x
  where t.county_id = (select app.proven_county()) and not t.is_succession
    and (x.is_incoming or t.offered_by = app.person()
      or app.may_decide_access() and (t.from_station_id = any (app.subjects()) or t.from_committee_id = any (app.subjects())))
  order by t.answered_at is null and t.withdrawn_at is null desc, t.offered_at desc, t.id limit p_limit
$$;
