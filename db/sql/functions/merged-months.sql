-- The month of people's mediation where several registrations are one (docs/adr/0050).

-- From when the month of people's mediation counts and, where all had agreed to a later last day, until when: of the registrations
-- that are one in a dispute it runs from the earliest acceptance, since a merge gives nobody a second month (若干规定 33). Null for a
-- proceeding that its own acceptance starts, and for every attempt after the one that took the merged one up.
create function app.merged_month(p_county uuid, p_dispute uuid, p_ordinal int) returns table (started_on date, extended_to date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  select c.started_on, case when exists (select from clock_changes h where h.county_id = c.county_id and h.dispute_id = c.dispute_id
      and h.clock_id = c.id and h.kind = 'extended') then c.due_on end
  from dispute_merges m join clocks c on c.county_id = m.county_id and c.dispute_id = m.dispute_id and c.proceeding_id = m.proceeding_id and c.kind = 'peoplesMonth'
  where m.county_id = p_county and m.into_dispute_id = p_dispute and m.undone_at is null
    and not exists (select from proceedings q where q.county_id = m.county_id and q.dispute_id = m.into_dispute_id and q.ordinal < p_ordinal
      and q.track = 'peoples' and (q.ended_at is null or q.ended_at >= m.merged_at))
    and not exists (select from proceedings q where q.county_id = m.county_id and q.dispute_id = m.into_dispute_id and q.ordinal = p_ordinal
      and q.ended_at < m.merged_at)
  order by c.started_on, c.due_on desc limit 1
$$;

-- The day from which the first clock of a proceeding counts.
create function app.clock_from(p proceedings) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select least(app.accepted_on(p), case when p.track = 'peoples' then (select m.started_on from app.merged_month(p.county_id, p.dispute_id, p.ordinal) m) end)
$$;

-- Whoever merges two registrations, or parts them again, moves the month that runs to the earliest acceptance of those that are one
-- now. At commit.
create function app.check_merged_month() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from clocks c join proceedings p on p.county_id = c.county_id and p.id = c.proceeding_id
      where c.county_id = new.county_id and c.dispute_id = new.into_dispute_id and c.kind = 'peoplesMonth' and c.stopped_on is null
        and c.started_on <> app.clock_from(p)) then
    raise exception 'another month' using errcode = '23514', constraint = 'dispute_merges_keep_one_month';
  end if;
  return null;
end $$;
