-- Whether a person decides what a party asks about the lead: the head of the line the proceeding is (the committee appoints
-- its mediators, 人民调解法 19; the station decides about its officers, 程序规定 19). Nobody decides about themselves: where
-- that head leads, the head of the other duty does.
create function app.decides_lead_request(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (select from proceedings p join people h on h.county_id = p.county_id and h.id = p_person
    where p.county_id = p_county and p.id = p_proceeding and h.disabled_at is null and h.id <> p.lead_person_id
      and h.role::text = app.lead_request_decider(p_county, p_proceeding)
      and (h.role = 'committeeHead' and h.committee_id = p.committee_id or h.role = 'stationHead' and h.station_id = p.station_id))
$$;

-- The role of whoever decides: 'committeeHead' or 'stationHead'.
create function app.lead_request_decider(p_county uuid, p_proceeding uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when app.is_committee_line(p.county_id, p.track, p.lead_person_id) and l.role <> 'committeeHead' then 'committeeHead' else 'stationHead' end
  from proceedings p join people l on l.county_id = p.county_id and l.id = p.lead_person_id
  where p.county_id = p_county and p.id = p_proceeding
$$;

-- A request begins open, of a party that is there, about whoever leads now; it stays as it was asked, is decided once by
-- whoever decides it, and told once.
create function app.check_lead_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.outcome is not null or new.asked_on > app.day_of(least(new.recorded_at, app.now()))
        or new.asked_on < app.began_on(new.county_id, new.proceeding_id) or not exists (
        select from proceedings p join parties y on y.county_id = p.county_id and y.id = new.party_id
        where p.county_id = new.county_id and p.id = new.proceeding_id and p.ended_at is null
          and p.lead_person_id = new.lead_person_id and app.was_party(y, new.asked_on)) then
      raise exception 'not now' using errcode = '23514', constraint = 'lead_requests_begin_open';
    end if;
    return new;
  end if;
  if (new.dispute_id, new.proceeding_id, new.lead_person_id, new.party_id, new.spoken_by_link_id, new.means, new.asked_on, new.reason,
      new.wished_person_id, new.recorded_by, new.recorded_at, new.answer_by) is distinct from
     (old.dispute_id, old.proceeding_id, old.lead_person_id, old.party_id, old.spoken_by_link_id, old.means, old.asked_on, old.reason,
      old.wished_person_id, old.recorded_by, old.recorded_at, old.answer_by)
    or old.outcome is not null and (new.outcome, new.decided_by, new.decided_at, new.decision_reason, new.new_lead_person_id) is distinct from
      (old.outcome, old.decided_by, old.decided_at, old.decision_reason, old.new_lead_person_id)
    or old.told_on is not null and (new.told_means, new.told_on, new.told_by) is distinct from (old.told_means, old.told_on, old.told_by) then
    raise exception 'fixed' using errcode = '23514', constraint = 'lead_requests_stay_as_decided';
  end if;
  if old.outcome is null and new.outcome <> 'overtaken' and (
      not app.decides_lead_request(new.county_id, new.proceeding_id, new.decided_by)
      or app.person() is not null and app.person() <> new.decided_by) then
    raise exception 'the head decides' using errcode = '23514', constraint = 'lead_requests_head_decides';
  end if;
  return new;
end $$;

-- What was decided also happened: whoever was named leads, and what is called overtaken was. At commit.
create function app.check_lead_request_happened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id
      and case new.outcome when 'accepted' then p.lead_person_id = new.new_lead_person_id
        when 'overtaken' then p.lead_person_id <> new.lead_person_id or p.ended_at is not null else true end) then
    raise exception 'it did not' using errcode = '23514', constraint = 'lead_requests_decided_as_happened';
  end if;
  return null;
end $$;

-- No request goes on about somebody who leads no more, by whichever way the lead changed. At commit.
create function app.check_lead_requests_settled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from lead_requests r join proceedings p on p.county_id = r.county_id and p.id = r.proceeding_id
      where r.county_id = new.county_id and r.proceeding_id = new.id and r.outcome is null and r.lead_person_id <> p.lead_person_id) then
    raise exception 'request open' using errcode = '23514', constraint = 'proceedings_lead_settles_requests';
  end if;
  return null;
end $$;
