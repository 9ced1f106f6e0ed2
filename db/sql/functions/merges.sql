-- Two registrations of one matter (docs/adr/0050). One absorbs the other; what was said and written stays where it was said,
-- for whoever could read it there.

-- Whether whoever asks may read a matter other than as somebody invited to it.
create function app.reads_dispute(p_county uuid, p_dispute uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (select from dispute_access a where a.county_id = p_county and a.dispute_id = p_dispute and a.subject_id = any (app.subjects())
    and a.relation <> 'invited' and (not a.is_hidden or app.is_office() and app.has_window(a.county_id, a.dispute_id, app.person())))
$$;

-- Why one registration cannot be absorbed by another: the name of the rule, or null. The only place that says it; the dialog,
-- the act and the guard of the table ask here.
create function app.merge_obstacle(p_county uuid, p_absorbed uuid, p_survivor uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare a disputes; s disputes;
begin
  perform app.require_right(p_county, 'dispute', p_absorbed);
  perform app.require_right(p_county, 'dispute', p_survivor);
  select * into a from disputes where county_id = p_county and id = p_absorbed;
  select * into s from disputes where county_id = p_county and id = p_survivor;
  if a.merged_at is not null or s.merged_at is not null or exists (select from disputes d where d.county_id = p_county and d.merged_into = a.id) then
    return 'dispute_merges_no_chain';
  end if;
  if (a.station_id, a.committee_id) is distinct from (s.station_id, s.committee_id) then return 'dispute_merges_in_one_office'; end if;
  if (select count(distinct app.is_committee_line(p.county_id, p.track, p.lead_person_id)) from proceedings p
      where p.county_id = p_county and p.dispute_id in (a.id, s.id) and p.ended_at is null) > 1 then
    return 'dispute_merges_on_one_line';
  end if;
  if exists (select from (values (a.id, a.not_accepted_at), (s.id, s.not_accepted_at)) d (id, refused_at) where d.refused_at is not null
      or exists (select from proceedings p where p.county_id = p_county and p.dispute_id = d.id)
        and not exists (select from proceedings p where p.county_id = p_county and p.dispute_id = d.id and p.ended_at is null)) then
    return 'dispute_merges_while_open';
  end if;
  if exists (select from dispute_restrictions r where r.county_id = p_county and r.dispute_id in (a.id, s.id) and r.released_at is null) then
    return 'dispute_merges_unrestricted';
  end if;
  -- What binds decides which of the two goes on: where both hold some, neither does.
  if exists (select from agreements g where g.county_id = p_county and g.dispute_id = a.id and g.status in ('signing', 'effective'))
    or exists (select from proceedings p where p.county_id = p_county and p.dispute_id = a.id and p.track = 'publicSecurity' and p.ended_at is null)
    or exists (select from fact_statements f join fact_signatures g on g.county_id = f.county_id and g.statement_id = f.id
      where f.county_id = p_county and f.dispute_id = a.id) then
    return 'dispute_merges_absorbs_nothing_binding';
  end if;
  if exists (select from sessions e where e.county_id = p_county and e.dispute_id = a.id and e.status = 'booked') then
    return 'dispute_merges_before_sessions';
  end if;
  if exists (select from agreements g where g.county_id = p_county and g.dispute_id = a.id and g.status = 'draft')
    or exists (select from transfers t where t.county_id = p_county and t.dispute_id in (a.id, s.id) and t.answered_at is null and t.withdrawn_at is null) then
    return 'dispute_merges_nothing_pending';
  end if;
  -- A danger that one of them was told of is not lost with it.
  if exists (select from gate_steps g where g.county_id = p_county and g.dispute_id = a.id and g.result is null)
    or exists (select from (select distinct on (g.question) g.question, g.answer from gate_answers g
        where g.county_id = p_county and g.dispute_id = a.id order by g.question, g.ordinal desc) x
      where x.answer <> 'no' and not exists (select from (select g.answer from gate_answers g where g.county_id = p_county and g.dispute_id = s.id
          and g.question = x.question order by g.ordinal desc limit 1) y where y.answer = 'yes' or y.answer = x.answer)) then
    return 'dispute_merges_gate_agrees';
  end if;
  return null;
end $$;

-- Why a merge cannot be undone any more, or null: something that binds was done since under the registration that went on,
-- or what comes back could not be led where it was.
create function app.unmerge_obstacle(p_county uuid, p_merge uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare m dispute_merges; s disputes; a disputes;
begin
  select * into m from dispute_merges where county_id = p_county and id = p_merge;
  select * into s from disputes where county_id = p_county and id = m.into_dispute_id;
  select * into a from disputes where county_id = p_county and id = m.dispute_id;
  if exists (select from agreement_papers k where k.county_id = p_county and k.dispute_id = s.id and k.frozen_at > m.merged_at)
    or exists (select from agreements g where g.county_id = p_county and g.dispute_id = s.id and g.status in ('signing', 'effective') and g.drafted_at > m.merged_at)
    or exists (select from signatures g join agreements h on h.county_id = g.county_id and h.id = g.agreement_id
      where g.county_id = p_county and h.dispute_id = s.id and g.signed_at > m.merged_at)
    or exists (select from events e where e.county_id = p_county and e.dispute_id = s.id and e.at_us > extract(epoch from m.merged_at) * 1000000
      and e.action in ('agreement.sendToSign', 'agreement.sign', 'agreement.seal', 'agreement.takeEffect', 'fact.sign', 'onSpot.settle', 'settlement.decide',
        'refusal.record', 'clock.extend', 'proceeding.end', 'proceeding.close', 'transfer.accept'))
    or s.merged_at is not null or s.not_accepted_at is not null
    or exists (select from proceedings p where p.county_id = p_county and p.dispute_id = s.id)
      and not exists (select from proceedings p where p.county_id = p_county and p.dispute_id = s.id and p.ended_at is null) then
    return 'dispute_merges_undone_before_it_binds';
  end if;
  if exists (select from proceedings p join people l on l.county_id = p.county_id and l.id = p.lead_person_id and l.disabled_at is not null
      where p.county_id = p_county and p.id = m.proceeding_id)
    or (s.station_id, s.committee_id) is distinct from (a.station_id, a.committee_id) then
    return 'dispute_merges_undone_in_office';
  end if;
  return null;
end $$;

-- A merge is of two registrations that may be one, in the county and at this moment. Both rows are locked in one order, so that
-- of two acts at once the later one sees what the earlier one did. It stays as it was made, and is undone once.
create function app.check_merge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_why text;
begin
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and (old.undone_at is not null or to_jsonb(new) - array['undone_at', 'undone_by', 'undone_reason']
      is distinct from to_jsonb(old) - array['undone_at', 'undone_by', 'undone_reason'])
    or tg_op = 'INSERT' and (new.undone_at is not null or new.proceeding_id is distinct from (
      select p.id from proceedings p where p.county_id = new.county_id and p.dispute_id = new.dispute_id order by p.ordinal desc limit 1)) then
    raise exception 'as made' using errcode = '23514', constraint = 'dispute_merges_stay_as_made';
  end if;
  perform 1 from disputes where county_id = new.county_id and id in (new.dispute_id, new.into_dispute_id) order by id for update;
  v_why := case when tg_op = 'INSERT' then app.merge_obstacle(new.county_id, new.dispute_id, new.into_dispute_id)
    when new.undone_at is not null then app.unmerge_obstacle(new.county_id, new.id) end;
  if v_why is not null then
    raise exception 'cannot be merged' using errcode = '23514', constraint = v_why;
  end if;
  return new;
end $$;

-- The absorbed dispute's row follows.
create function app.follow_merge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update disputes set merged_into = case when new.undone_at is null then new.into_dispute_id end, merged_at = case when new.undone_at is null then new.merged_at end
    where county_id = new.county_id and id = new.dispute_id;
  return null;
end $$;

-- Nobody writes it but the record of a merge. And of a dispute that was absorbed nothing runs: asked at commit.
create function app.check_merged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare d disputes;
begin
  select * into d from disputes where county_id = new.county_id and id = new.id;
  if d.merged_into is distinct from (select m.into_dispute_id from dispute_merges m
      where m.county_id = d.county_id and m.dispute_id = d.id and m.undone_at is null) then
    raise exception 'by its record' using errcode = '23514', constraint = 'disputes_merged_by_record';
  end if;
  if exists (select from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id
      and case when d.merged_into is null then p.outcome = 'merged' else p.ended_at is null end) then
    raise exception 'ends with it' using errcode = '23514', constraint = 'disputes_merged_by_record';
  end if;
  return null;
end $$;

-- Nothing new is registered under a dispute that was absorbed: it goes on under the other one. Each trigger passes its name.
create function app.check_not_merged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from disputes d where d.county_id = new.county_id and d.id = new.dispute_id and d.merged_at is not null) then
    raise exception 'merged' using errcode = '23514', constraint = tg_argv[0];
  end if;
  return new;
end $$;

-- The numbers of the absorbed registrations lead to the one that goes on.
create function app.follow_merged_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.write_words(new.county_id, i.id) from unnest(array[old.merged_into, new.merged_into]) i (id) where i.id is not null;
  return null;
end $$;

-- Each merge of a dispute, either way, with the other registration as whoever asks may read it: all of it where they may read
-- both, and no more than that there was one where they may not.
create function app.merges_of(p_dispute uuid) returns table (id uuid, is_absorbed boolean, other_id uuid, number text, title text, reason text,
    merged_by text, merged_at timestamptz, undone_by text, undone_at timestamptz, undone_reason text, obstacle text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.dispute_id = p_dispute, d.id, d.number, d.title, m.reason, b.name, m.merged_at, u.name, m.undone_at, m.undone_reason,
    case when m.undone_at is null then app.unmerge_obstacle(m.county_id, m.id) end
  from dispute_merges m
    join disputes d on d.county_id = m.county_id and d.id = case when m.dispute_id = p_dispute then m.into_dispute_id else m.dispute_id end
    join people b on b.county_id = m.county_id and b.id = m.merged_by
    left join people u on u.county_id = m.county_id and u.id = m.undone_by
  where m.county_id = (select app.proven_county()) and p_dispute in (m.dispute_id, m.into_dispute_id)
    and app.reads_dispute(m.county_id, m.dispute_id) and app.reads_dispute(m.county_id, m.into_dispute_id)
  order by m.merged_at desc, m.id
$$;

-- Parties of one registration that may be parties of the other, by their number or name; of minors nobody learns it. For whoever
-- may read both.
create function app.alike_parties(p_one uuid, p_other uuid) returns table (one uuid, other uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, b.id from parties a join parties b on b.county_id = a.county_id and b.dispute_id = p_other
  where a.county_id = (select app.proven_county()) and a.dispute_id = p_one and app.is_party(a) and app.is_party(b) and not a.is_minor and not b.is_minor
    and app.reads_dispute(a.county_id, p_one) and app.reads_dispute(a.county_id, p_other)
    and (a.id_number_hash <> '' and a.id_number_hash = b.id_number_hash or a.phone_line_hash <> '' and a.phone_line_hash = b.phone_line_hash
      or app.name_form(a.name) = app.name_form(b.name))
  order by a.position, b.position
$$;

-- The proceedings of a dispute as they are counted. What a merge ended is counted as if it went on, up to the merge: from then
-- on nothing of that registration counts (app.entries_of).
create function app.counted_proceedings(p_county uuid, p_dispute uuid) returns setof proceedings language sql stable as $$
  select p.* from proceedings p where p.county_id = p_county and p.dispute_id = p_dispute and p.outcome is distinct from 'merged'
  union all
  select (jsonb_populate_record(p, '{"ended_at": null, "outcome": null}')).* from proceedings p
    where p.county_id = p_county and p.dispute_id = p_dispute and p.outcome = 'merged'
$$;

-- A link between two matters joins two that are there, is made by whoever acts, and is removed once.
create function app.check_dispute_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'as made' using errcode = '23514', constraint = 'dispute_links_stay_as_made';
  elsif tg_op = 'INSERT' then
    if new.removed_at is not null then
      raise exception 'as made' using errcode = '23514', constraint = 'dispute_links_stay_as_made';
    end if;
    if exists (select from disputes d where d.county_id = new.county_id and d.id in (new.dispute_id, new.other_dispute_id) and d.merged_at is not null) then
      raise exception 'merged' using errcode = '23514', constraint = 'dispute_links_of_open_registrations';
    end if;
  elsif old.removed_at is not null or to_jsonb(new) - array['removed_at', 'removed_by', 'removed_reason']
      is distinct from to_jsonb(old) - array['removed_at', 'removed_by', 'removed_reason'] then
    raise exception 'as made' using errcode = '23514', constraint = 'dispute_links_stay_as_made';
  end if;
  return new;
end $$;

-- The links of a matter, seen from it, to matters that whoever asks may read as well; of the others nothing at all.
create function app.dispute_links_of(p_dispute uuid) returns table (id uuid, is_from_here boolean, other_id uuid, number text, title text,
    kind dispute_link_kind, reason text, linked_by text, linked_at timestamptz, removed_by text, removed_at timestamptz, removed_reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.dispute_id = p_dispute, d.id, d.number, d.title, l.kind, l.reason, b.name, l.linked_at, r.name, l.removed_at, l.removed_reason
  from dispute_links l
    join disputes d on d.county_id = l.county_id and d.id = case when l.dispute_id = p_dispute then l.other_dispute_id else l.dispute_id end
    join people b on b.county_id = l.county_id and b.id = l.linked_by
    left join people r on r.county_id = l.county_id and r.id = l.removed_by
  where l.county_id = (select app.proven_county()) and p_dispute in (l.dispute_id, l.other_dispute_id)
    and app.reads_dispute(l.county_id, l.dispute_id) and app.reads_dispute(l.county_id, l.other_dispute_id)
  order by l.removed_at is not null, l.linked_at desc, l.id
$$;

-- A call, clue or group that is attached to a matter goes to another one by a merge of the two alone. Argument: the refusal.
create function app.check_stays_attached() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from dispute_merges m where m.county_id = new.county_id
      and (m.dispute_id, m.into_dispute_id) in ((old.dispute_id, new.dispute_id), (new.dispute_id, old.dispute_id))) then
    raise exception 'attached' using errcode = '23514', constraint = tg_argv[0];
  end if;
  return new;
end $$;

-- Whether everybody who is a party of a dispute agreed to the last day that the month of a registration merged into it was extended to:
-- whoever was no party there was not asked, and what they had agreed to themselves stays.
create function app.all_had_extended(p_merge dispute_merges, p_clock clocks) returns boolean language sql stable as $$
  select exists (select from (select h.recorded_at from public.clock_changes h where h.county_id = p_clock.county_id and h.dispute_id = p_clock.dispute_id
      and h.clock_id = p_clock.id and h.kind = 'extended' order by h.recorded_at desc, h.id desc limit 1) last
    where not exists (select from public.parties p where p.county_id = p_merge.county_id and p.dispute_id = p_merge.into_dispute_id and app.is_party(p)
      and not exists (select from public.dispute_merge_parties m
          join public.consents c on c.county_id = m.county_id and c.dispute_id = m.dispute_id and c.party_id = m.party_id
            and c.proceeding_id = p_clock.proceeding_id and c.subject = 'extension' and c.answer = 'agreed' and c.recorded_at = last.recorded_at
        where m.county_id = p.county_id and m.merge_id = p_merge.id and m.into_party_id = p.id)))
$$;

-- From when the month of people's mediation counts and, where all had agreed to a later last day, until when: of the registrations
-- that are one in a dispute it runs from the earliest acceptance, since a merge gives nobody a second month (若干规定 33). Null for a
-- proceeding that its own acceptance starts, and for every attempt after the one that took the merged one up.
create function app.merged_month(p_county uuid, p_dispute uuid, p_ordinal int) returns table (started_on date, extended_to date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  select min(c.started_on), max(c.due_on) filter (where app.all_had_extended(m, c))
  from dispute_merges m join clocks c on c.county_id = m.county_id and c.dispute_id = m.dispute_id and c.proceeding_id = m.proceeding_id and c.kind = 'peoplesMonth'
  where m.county_id = p_county and m.into_dispute_id = p_dispute and m.undone_at is null
    and not exists (select from proceedings q where q.county_id = m.county_id and q.dispute_id = m.into_dispute_id and q.ordinal < p_ordinal
      and q.track = 'peoples' and (q.ended_at is null or q.ended_at >= m.merged_at))
    and not exists (select from proceedings q where q.county_id = m.county_id and q.dispute_id = m.into_dispute_id and q.ordinal = p_ordinal
      and q.ended_at < m.merged_at)
  having count(*) > 0
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
