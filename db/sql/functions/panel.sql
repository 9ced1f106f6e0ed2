-- What ties helpers to the parties of a dispute, all of them in one pass: a panel asks about everybody of its forces. Ties
-- that were recorded or disclosed count in every dispute of the same party (the same row, the same name and phone, or the
-- same organisation; names in the form in which they are compared); the others are worked out from the rows. A kind is waived where a waiver of this proceeding names it
-- that every party of today has ticked: a party that joins later has to be asked as well. An objection cannot be waived.
create function app.ties_among(p_county uuid, p_proceeding uuid, p_dispute uuid, p_people uuid[])
  returns table (person_id uuid, kind tie_kind, party_id uuid, source text, is_waived boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  with me as materialized (select p.id, app.name_form(p.name) as name, p.phone_hash, app.name_form(p.employer) as employer from unnest(p_people) m (id)
    join people p on p.county_id = p_county and p.id = m.id),
  pa as materialized (select p.id, app.name_form(name) as name, kind, phone_hash, app.name_form(employer) as employer, app.is_party(p) as is_party from parties p where county_id = p_county and dispute_id = p_dispute),
  -- Both begin with the helpers' few rows: from the parties' side they would read all parties of the county.
  tied as materialized (select t.person_id, t.kind, t.source, o.id, app.name_form(o.name) as name, o.phone_hash, o.kind as kind_of_party
    from unnest(p_people) m (id) join ties t on t.county_id = p_county and t.person_id = m.id
    join parties o on o.county_id = p_county and o.id = t.party_id),
  counselled as materialized (select me.id as person_id, o.id, app.name_form(o.name) as name, o.phone_hash, o.kind from me
    join party_links l on l.county_id = p_county and l.kind = 'agent' and l.phone_hash <> '' and l.phone_hash = me.phone_hash
      and app.name_form(l.name) = me.name
    join parties o on o.county_id = p_county and o.id = l.party_id),
  failed as materialized (select pr.id, pr.lead_person_id from proceedings pr where pr.county_id = p_county and pr.dispute_id = p_dispute
    and pr.id is distinct from p_proceeding and pr.outcome in ('refused', 'deadlock', 'expired', 'unsigned')),
  found as (
    select t.person_id, t.kind, pa.id as party_id, t.source::text from tied t
      join pa on pa.id = t.id or pa.name = t.name and pa.kind = t.kind_of_party
        and (pa.kind = 'organisation' or pa.phone_hash <> '' and pa.phone_hash = t.phone_hash)
    union
    select me.id, 'sameEmployer', pa.id, 'worked out' from pa, me
      where me.employer <> '' and (pa.employer = me.employer or pa.kind = 'organisation' and pa.name = me.employer)
    union
    select o.person_id, 'earlierCounsel', pa.id, 'worked out' from counselled o
      join pa on o.id = pa.id or o.name = pa.name and o.kind = pa.kind and (o.kind = 'organisation' or o.phone_hash <> '' and o.phone_hash = pa.phone_hash)
    union
    -- The same number: they are the party, or of its home, or somebody who speaks for it.
    select me.id, 'samePhone', pa.id, 'worked out' from pa, me where me.phone_hash <> '' and (pa.phone_hash = me.phone_hash
      or exists (select from party_links l where l.county_id = p_county and l.party_id = pa.id and l.kind <> 'agent' and l.phone_hash = me.phone_hash))
    union
    select a.person_id, 'failedAttempt', pa.id, 'worked out' from pa, (
      select f.lead_person_id as person_id from failed f
      union select i.person_id from failed f
        join invitations i on i.county_id = p_county and i.proceeding_id = f.id and i.status in ('accepted', 'recused')) a
      where a.person_id = any (p_people)
    union
    select c.person_id, 'objection', c.party_id, 'worked out' from (
      select distinct on (s.party_id, s.person_id) s.party_id, s.person_id, s.answer from consents s
      where s.county_id = p_county and s.proceeding_id = p_proceeding and s.subject = 'invitePerson' and s.person_id = any (p_people)
      order by s.party_id, s.person_id, s.recorded_at desc, s.id desc) c
      join pa on pa.id = c.party_id where c.answer = 'refused')
  select f.person_id, f.kind, f.party_id, f.source, f.kind <> 'objection' and exists (select from tie_waivers w
    where w.county_id = p_county and w.proceeding_id = p_proceeding and w.person_id = f.person_id and f.kind = any (w.kinds)
      and not exists (select from pa where pa.is_party and not exists (
        select from tie_waiver_parties y where y.county_id = p_county and y.waiver_id = w.id and y.party_id = pa.id)))
  from found f
$$;

-- The same of one helper.
create function app.ties_of(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid)
  returns table (kind tie_kind, party_id uuid, source text) language sql stable as $$
  select t.kind, t.party_id, t.source from app.ties_among(p_county, p_proceeding, p_dispute, array[p_person]) t
$$;

-- Kinds of ties that exclude a helper: those that are not waived.
create function app.barring_ties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid) returns setof tie_kind
  language sql stable as $$
  select distinct t.kind from app.ties_among(p_county, p_proceeding, p_dispute, array[p_person]) t where not t.is_waived
$$;

-- A waiver holds every party's tick, or there is none. Checked at commit, since the ticks follow it.
create function app.check_waiver() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from parties p where p.county_id = new.county_id and p.dispute_id = new.dispute_id and app.is_party(p) and not exists (
    select from tie_waiver_parties t where t.county_id = p.county_id and t.waiver_id = new.id and t.party_id = p.id)) then
    raise exception 'every party' using errcode = '23514', constraint = 'tie_waivers_every_party';
  end if;
  return null;
end $$;

-- What bars the lead of a proceeding, or anybody else who acts in it for the office: ties to a party that are not waived. That
-- an earlier attempt of theirs failed does not keep them from trying again, and a party that minds asks for another.
create function app.acting_ties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid) returns setof tie_kind
  language sql stable as $$
  select k from app.barring_ties(p_county, p_proceeding, p_dispute, p_person) k where k not in ('failedAttempt', 'objection')
$$;

-- Whether somebody was found tied to a party of a proceeding and still is.
create function app.is_recused(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from recusals r where r.county_id = p_county and r.proceeding_id = p_proceeding and r.person_id = p_person and r.ended_at is null)
$$;

-- Compares those who take part in the open proceeding of a dispute, or one of them, with its parties. Who is found tied loses
-- seat, hours and link in this very statement and what they may read at commit; who is not any more takes part again. The
-- worker tells everybody of it. Whatever makes or ends a tie calls this, in whichever order rows are written.
create function app.follow_ties(p_county uuid, p_dispute uuid, p_person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare r record; v_left uuid[]; v_id uuid; v_leads boolean;
begin
  -- Nobody takes part in a matter before its first proceeding: most parties come with a registration.
  if not exists (select from proceedings p where p.county_id = p_county and p.dispute_id = p_dispute) then return; end if;
  for r in
    select w.*, array(select k from app.barring_ties(p_county, w.proceeding_id, p_dispute, w.person_id) k
        where not w.is_lead or k not in ('failedAttempt', 'objection') order by 1) as kinds
    from (
      select i.proceeding_id, i.person_id, i.id as invitation_id, i.status = 'recused' as was_recused, false as is_lead
        from invitations i join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
        where i.county_id = p_county and i.dispute_id = p_dispute and p.ended_at is null and i.status in ('accepted', 'recused')
          and (p_person is null or i.person_id = p_person)
      union all
      select p.id, p.lead_person_id, null, exists (select from recusals c where c.county_id = p.county_id and c.proceeding_id = p.id
          and c.person_id = p.lead_person_id and c.ended_at is null), true
        from proceedings p where p.county_id = p_county and p.dispute_id = p_dispute and p.ended_at is null
          and (p_person is null or p.lead_person_id = p_person)
      union all
      -- Whoever led and has handed over: they learn of it again once nothing bars them.
      select c.proceeding_id, c.person_id, null, true, true
        from recusals c join proceedings p on p.county_id = c.county_id and p.id = c.proceeding_id
        where c.county_id = p_county and c.dispute_id = p_dispute and c.ended_at is null and c.invitation_id is null
          and c.person_id <> p.lead_person_id and (p_person is null or c.person_id = p_person)
      union all
      -- Colleagues of the office who sit in, or of whom a tie is on record here: the matter is closed to them.
      select p.id, q.id, null, false, true
        from proceedings p join people q on q.county_id = p.county_id and q.role in ('mediator', 'committeeHead', 'officer', 'stationHead')
        where p.county_id = p_county and p.dispute_id = p_dispute and p.ended_at is null and q.id <> p.lead_person_id
          and (p_person is null or q.id = p_person)
          and q.id in (select t.person_id from ties t where t.county_id = p_county and t.dispute_id = p_dispute
            union all select sp.person_id from session_people sp where sp.county_id = p_county and sp.dispute_id = p_dispute)
          and not exists (select from recusals c where c.county_id = p.county_id and c.proceeding_id = p.id and c.person_id = q.id and c.ended_at is null)
          and not exists (select from invitations i where i.county_id = p.county_id and i.proceeding_id = p.id and i.person_id = q.id
            and i.status in ('accepted', 'recused'))) w
  loop
    if cardinality(r.kinds) = 0 and r.was_recused then
      update recusals set ended_at = app.now() where county_id = p_county and proceeding_id = r.proceeding_id and person_id = r.person_id and ended_at is null;
      -- Somebody who was asked anew meanwhile has that invitation.
      update invitations set status = 'accepted' where county_id = p_county and id = r.invitation_id and not exists (select from invitations o
        where o.county_id = p_county and o.proceeding_id = r.proceeding_id and o.person_id = r.person_id and o.status in ('sent', 'seen', 'accepted'));
    elsif cardinality(r.kinds) > 0 and not r.was_recused then
      v_left := '{}';
      v_leads := exists (select from proceedings p where p.county_id = p_county and p.id = r.proceeding_id and p.lead_person_id = r.person_id);
      if not v_leads then
        update invitations set status = 'recused' where county_id = p_county and id = r.invitation_id;
        update invitation_links set revoked_at = app.now(), visit_hash = null, visit_expires_at = null
          where county_id = p_county and invitation_id = r.invitation_id and revoked_at is null;
        -- Where a session has begun they were there: that stays.
        v_left := array(select s.id from sessions s where s.county_id = p_county and s.proceeding_id = r.proceeding_id and s.status = 'booked'
          and s.started_at is null and s.starts_at > app.now() and (
            exists (select from session_people t where t.county_id = p_county and t.session_id = s.id and t.person_id = r.person_id)
            or exists (select from slots t where t.county_id = p_county and t.session_id = s.id and t.resource_id = r.person_id)) order by s.starts_at);
        delete from session_people where county_id = p_county and session_id = any (v_left) and person_id = r.person_id;
        delete from slots where county_id = p_county and session_id = any (v_left) and resource_id = r.person_id;
      end if;
      v_id := gen_random_uuid();
      insert into recusals (county_id, id, dispute_id, proceeding_id, person_id, invitation_id, kinds, recused_at, found_by, left_sessions, is_closed)
        values (p_county, v_id, p_dispute, r.proceeding_id, r.person_id, r.invitation_id, r.kinds, app.now(), app.person(), v_left,
          r.invitation_id is null and not v_leads);
      perform app.add_job('settleRecusal', json_build_object('countyId', p_county, 'recusalId', v_id), 'recusal:' || v_id, null);
    end if;
  end loop;
  perform app.follow_interpreter_ties(p_county, p_dispute, p_person);
end $$;

-- The same for every matter in which a person takes part.
create function app.follow_ties_of(p_county uuid, p_person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare v_dispute uuid;
begin
  for v_dispute in
    select i.dispute_id from invitations i where i.county_id = p_county and i.person_id = p_person and i.status in ('accepted', 'recused')
    union
    select p.dispute_id from proceedings p where p.county_id = p_county and p.lead_person_id = p_person and p.ended_at is null
    union
    select c.dispute_id from recusals c where c.county_id = p_county and c.person_id = p_person and c.ended_at is null
    union
    select t.dispute_id from ties t where t.county_id = p_county and t.person_id = p_person
    union
    select n.dispute_id from interpreters n where n.county_id = p_county and n.person_id = p_person and n.ended_at is null
    union
    select e.dispute_id from session_people sp join sessions e on e.county_id = sp.county_id and e.id = sp.session_id
      where sp.county_id = p_county and sp.person_id = p_person and e.status = 'booked' order by 1
  loop
    perform app.follow_ties(p_county, v_dispute, p_person);
  end loop;
end $$;

-- Called wherever a row is written that may tie somebody to a party, or untie them. Parties who come together are compared together.
create function app.compare_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'ties' then
      if tg_op <> 'INSERT' then perform app.follow_ties_of(old.county_id, old.person_id); end if;
      if tg_op <> 'DELETE' then perform app.follow_ties_of(new.county_id, new.person_id); end if;
    when 'people' then perform app.follow_ties_of(new.county_id, new.id);
    when 'proceedings' then perform app.follow_ties(new.county_id, new.dispute_id, new.lead_person_id);
    when 'consents' then perform app.follow_ties(new.county_id, new.dispute_id, new.person_id);
    when 'party_links' then perform app.follow_ties(coalesce(new.county_id, old.county_id), coalesce(new.dispute_id, old.dispute_id), null);
    else
      if tg_level = 'ROW' then perform app.follow_ties(new.county_id, new.dispute_id, null);
      else perform app.follow_ties(a.county_id, a.dispute_id, null) from (select distinct county_id, dispute_id from added) a; end if;
  end case;
  return null;
end $$;

-- The same of whoever acts, in one proceeding of a dispute or in its latest: asked by every act (server/access/steering-acts.ts).
create function app.acts_tied(p_county uuid, p_dispute uuid, p_proceeding uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select app.is_recused(p_county, coalesce(p_proceeding, (select p.id from proceedings p where p.county_id = p_county and p.dispute_id = p_dispute
    order by p.ordinal desc limit 1)), app.person())
$$;

-- A person who is tied does nothing that binds or steers until every party has said it does not mind: they hand over. Asked of
-- whoever acts, not of whoever is named: what an untied colleague writes down of them stays possible. A lead who signs by their
-- own link acts as well, though the system writes it down for them. Of rows that come by the dozen ('found') only whether the tie was
-- found, which app.follow_ties keeps up to date; of a merge, both registrations.
create function app.refuse_tied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_row jsonb; v_dispute uuid; v_proceeding uuid; v_tied boolean; v_person uuid := app.person();
begin
  if v_person is null and tg_table_name = 'signatures' then
    v_person := case to_jsonb(new) ->> 'signer_kind' when 'mediator' then (to_jsonb(new) ->> 'person_id')::uuid end;
  end if;
  -- Of rows that come by the dozen: nearly nobody was found tied anywhere.
  if v_person is null or tg_nargs > 1 and not exists (select from recusals r where r.county_id = coalesce(new.county_id, old.county_id)
      and r.person_id = v_person and r.ended_at is null) then return coalesce(new, old); end if;
  v_row := to_jsonb(coalesce(new, old));
  foreach v_dispute in array array_remove(array[(v_row ->> 'dispute_id')::uuid, (v_row ->> 'into_dispute_id')::uuid, (v_row ->> 'other_dispute_id')::uuid], null) loop
    v_proceeding := coalesce(case when v_dispute = (v_row ->> 'dispute_id')::uuid then (v_row ->> 'proceeding_id')::uuid end, (select p.id from proceedings p
      where p.county_id = (v_row ->> 'county_id')::uuid and p.dispute_id = v_dispute order by p.ordinal desc limit 1));
    v_tied := case when tg_nargs > 1 then app.is_recused((v_row ->> 'county_id')::uuid, v_proceeding, v_person)
        else exists (select from app.acting_ties((v_row ->> 'county_id')::uuid, v_proceeding, v_dispute, v_person)) end;
    if v_tied then
      raise exception 'tied' using errcode = '23514', constraint = tg_argv[0];
    end if;
  end loop;
  return coalesce(new, old);
end $$;

-- Nobody who is tied is made the lead by another, unless every party has said it does not mind.
create function app.check_untied_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from app.acting_ties(new.county_id, new.id, new.dispute_id, new.lead_person_id)) then
    raise exception 'tied' using errcode = '23514', constraint = 'proceedings_lead_untied';
  end if;
  return new;
end $$;

-- Nobody takes back a tie of their own, and nobody one that was disclosed: a waiver of every party ends it.
create function app.check_tie_removal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.person() is not null and (old.person_id = app.person() or old.source = 'disclosed') then
    raise exception 'by another' using errcode = '23514', constraint = 'ties_removed_by_another';
  end if;
  return old;
end $$;

-- What somebody who stepped aside had read or could read of the proceeding until then: each confidential paper opened as the
-- chain has it, and how many rows of each kind lay open to them. For its lead, its committee and the station's head, who
-- learn no more than that it was read.
create function app.read_before_recusal(p_recusal uuid) returns table (at_us bigint, action text, open_to_them text, count integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare r recusals; v_from timestamptz;
begin
  select * into r from recusals x where x.county_id = app.proven_county() and x.id = p_recusal;
  if not found or r.person_id = app.person() or not exists (select from app.own_rights a where a.county_id = r.county_id and a.dispute_id = r.dispute_id
      and a.proceeding_id = r.proceeding_id and (a.relation in ('lead', 'committee') or a.relation = 'station' and a.as_head)) then return; end if;
  return query select e.at_us, e.action, null::text, 1 from events e
    where e.county_id = r.county_id and e.dispute_id = r.dispute_id and e.actor_id = r.person_id
      and e.at_us <= extract(epoch from r.recused_at) * 1000000 and e.action in ('window.read', 'note.read', 'file.read', 'opinion.read', 'party.reveal')
    order by e.at_us desc, e.seq desc limit 200;
  if r.invitation_id is null then return; end if;
  return query select null::bigint, null::text, k.what, k.n from (
    select 'facts' as what, 1 as n
    union all select 'notes', (select count(*)::int from notes n where n.county_id = r.county_id and n.proceeding_id = r.proceeding_id
      and n.lane in ('open', 'joint') and n.written_at <= r.recused_at)
    union all select 'cards', (select count(*)::int from desk_cards c join sessions s on s.county_id = c.county_id and s.id = c.session_id
      where s.county_id = r.county_id and s.proceeding_id = r.proceeding_id and c.lane in ('open', 'joint') and c.written_at <= r.recused_at)
    union all select 'files', (select count(*)::int from files f where f.county_id = r.county_id and f.proceeding_id = r.proceeding_id
      and f.lane in ('open', 'joint') and f.added_at <= r.recused_at)
    union all select 'opinions', (select count(*)::int from opinions o join sessions s on s.county_id = o.county_id and s.id = o.session_id
      where s.county_id = r.county_id and s.proceeding_id = r.proceeding_id and o.lane = 'joint' and o.signed_at <= r.recused_at)
    union all select 'records', (select count(*)::int from session_records x join sessions s on s.county_id = x.county_id and s.id = x.session_id
      where s.county_id = r.county_id and s.proceeding_id = r.proceeding_id and x.written_at <= r.recused_at)
    union all select 'videoLinks', (select count(*)::int from video_links v where v.county_id = r.county_id and v.session_id = any (r.left_sessions))
    ) k where k.n > 0;
end $$;

-- Once a tied lead has handed over, the matter is closed to them whichever way they would reach it. At commit, so that whoever
-- hands over can finish the act.
create function app.close_to_tied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update recusals r set is_closed = p.lead_person_id <> r.person_id from proceedings p
    where r.county_id = new.county_id and r.proceeding_id = new.id and r.invitation_id is null
      and p.county_id = r.county_id and p.id = r.proceeding_id and r.is_closed <> (p.lead_person_id <> r.person_id);
  return null;
end $$;

-- Disputes that are closed to whoever acts, because they were found tied to a party; nearly always none. In plpgsql, which plans
-- once a session.
create function app.closed_to_me() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select r.dispute_id from recusals r where r.county_id = app.county() and r.person_id = app.person() and r.ended_at is null and r.is_closed);
end $$;
