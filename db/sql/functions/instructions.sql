-- Whether a person is the head of the committee or of the station of a proceeding, and does not lead it themselves.
create function app.heads_proceeding(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from proceedings p join people h on h.county_id = p.county_id and h.id = p_person
    where p.county_id = p_county and p.id = p_proceeding and h.disabled_at is null and h.id <> p.lead_person_id
      and (h.role = 'committeeHead' and h.committee_id = p.committee_id or h.role = 'stationHead' and h.station_id = p.station_id))
$$;

-- A head asks, of a proceeding that runs; what was asked stays, is answered once by whoever leads then, or taken back before.
create function app.check_instruction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.answered_at, new.withdrawn_at) > 0 or exists (select from proceedings p
        where p.county_id = new.county_id and p.id = new.proceeding_id and p.ended_at is not null) then
      raise exception 'not now' using errcode = '23514', constraint = 'instructions_begin_open';
    end if;
    if not app.heads_proceeding(new.county_id, new.proceeding_id, new.given_by) then
      raise exception 'no head' using errcode = '23514', constraint = 'instructions_by_head';
    end if;
    return new;
  end if;
  if (new.dispute_id, new.proceeding_id, new.kind, new.wish, new.answer_by, new.given_by, new.given_at) is distinct from
     (old.dispute_id, old.proceeding_id, old.kind, old.wish, old.answer_by, old.given_by, old.given_at)
    or num_nonnulls(old.answered_at, old.withdrawn_at) > 0 then
    raise exception 'fixed' using errcode = '23514', constraint = 'instructions_stay_as_given';
  end if;
  if new.answered_at is not null and not exists (select from proceedings p
      where p.county_id = new.county_id and p.id = new.proceeding_id and p.lead_person_id = new.answered_by) then
    raise exception 'the lead answers' using errcode = '23514', constraint = 'instructions_answered_by_lead';
  end if;
  return new;
end $$;

-- Nobody takes back what a head asked but a head, unless the proceeding has ended with it. At commit.
create function app.check_instruction_withdrawn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.heads_proceeding(new.county_id, new.proceeding_id, new.withdrawn_by) and exists (select from proceedings p
      where p.county_id = new.county_id and p.id = new.proceeding_id and p.ended_at is null) then
    raise exception 'by a head' using errcode = '23514', constraint = 'instructions_withdrawn_by_head';
  end if;
  return null;
end $$;
