-- Interpreters and readers: people who help a party to understand and to be understood, and take no part themselves. Witnesses from
-- outside are asked, told, listed and sign like them, for no party in particular.

-- Whether somebody from outside is tied to a party: it was said, or the phone is that of a party or of who stands beside one.
create function app.is_tied_outsider(n public.interpreters) returns boolean language sql stable as $$
  select n.tie <> '' or n.phone_hash <> '' and (
    exists (select from public.parties p where p.county_id = n.county_id and p.dispute_id = n.dispute_id and p.phone_hash = n.phone_hash)
    or exists (select from public.party_links l where l.county_id = n.county_id and l.dispute_id = n.dispute_id and l.phone_hash = n.phone_hash))
$$;

-- Whether a person takes part in a proceeding otherwise: leads, assists, was asked, or has a seat. Of somebody from outside:
-- whether they are a party.
create function app.takes_part(n public.interpreters) returns boolean language sql stable as $$
  select case when n.person_id is null then exists (select from public.parties p where p.county_id = n.county_id and p.dispute_id = n.dispute_id
      and app.name_form(p.name) = app.name_form(n.name) and (p.phone_hash = n.phone_hash or n.phone_hash = '' and (n.party_id is null or p.id = n.party_id)))
    else exists (select from public.proceedings r where r.county_id = n.county_id and r.id = n.proceeding_id and n.person_id in (r.lead_person_id, r.assistant_id))
      or exists (select from public.invitations i where i.county_id = n.county_id and i.proceeding_id = n.proceeding_id and i.person_id = n.person_id
        and i.status in ('sent', 'seen', 'accepted', 'recused'))
      or exists (select from public.sessions s join public.session_people y on y.county_id = s.county_id and y.session_id = s.id
        where s.county_id = n.county_id and s.proceeding_id = n.proceeding_id and s.status <> 'cancelled' and y.person_id = n.person_id) end
$$;

-- Whether an interpreter is tied to a party without every party's word: somebody of the county as a helper is, somebody from
-- outside by what was said or by a shared number.
create function app.is_tied_interpreter(n public.interpreters) returns boolean language sql stable as $$
  select case when n.person_id is not null then exists (select from app.barring_ties(n.county_id, n.proceeding_id, n.dispute_id, n.person_id))
    else app.is_tied_outsider(n) and exists (select from public.parties p where p.county_id = n.county_id and p.dispute_id = n.dispute_id
      and app.is_party(p) and p.id <> all (n.agreed_party_ids)) end
$$;

-- Whether what they were named for is still ahead: a session that has not begun, or a paper that is a draft.
create function app.is_ahead_interpreting(n public.interpreters) returns boolean language sql stable as $$
  select n.ended_at is null and n.signed_at is null and n.attendance = 'expected' and (
    exists (select from public.sessions s where s.county_id = n.county_id and s.id = n.session_id and s.status = 'booked' and s.started_at is null and s.starts_at > app.now())
    or exists (select from public.agreements a where a.county_id = n.county_id and a.id = n.agreement_id and a.status = 'draft'))
$$;

-- What follows for interpreters when a tie comes about later, called by app.follow_ties. Of the county: hours and sight end now
-- and the worker ends the row and tells the lead (settleRecusal). From outside, whom only a party's own row can tie: the row ends now.
create function app.follow_interpreter_ties(p_county uuid, p_dispute uuid, p_person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare n interpreters; v_id uuid;
begin
  for n in select i.* from interpreters i where i.county_id = p_county and i.dispute_id = p_dispute and i.ended_at is null
      and (p_person is null or i.person_id = p_person) and app.is_ahead_interpreting(i) and app.is_tied_interpreter(i) order by i.named_at, i.id
  loop
    if n.person_id is null then
      update interpreters set ended_at = app.now(), ended_by = coalesce(app.person(), n.named_by) where county_id = p_county and id = n.id;
      if n.asking_id is not null then
        perform app.add_job('tellTiedOutsider', json_build_object('countyId', p_county, 'interpreterId', n.id), 'tied-outsider:' || n.id, null);
      end if;
      continue;
    end if;
    delete from slots where county_id = p_county and session_id = n.session_id and resource = 'person' and resource_id = n.person_id;
    if app.is_recused(p_county, n.proceeding_id, n.person_id) then continue; end if;
    v_id := gen_random_uuid();
    insert into recusals (county_id, id, dispute_id, proceeding_id, person_id, kinds, recused_at, found_by, left_sessions, is_closed)
      values (p_county, v_id, p_dispute, n.proceeding_id, n.person_id, array(select k from app.barring_ties(p_county, n.proceeding_id, p_dispute, n.person_id) k order by 1),
        app.now(), app.person(), array_remove(array[n.session_id], null), true);
    perform app.add_job('settleRecusal', json_build_object('countyId', p_county, 'recusalId', v_id), 'recusal:' || v_id, null);
  end loop;
end $$;

-- Nobody of the county interprets at a session to come without their hour: its slot keeps them from two at one time. At commit.
create function app.check_interpreter_hour() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.person_id is not null and exists (select from interpreters n where n.county_id = new.county_id and n.id = new.id and n.ended_at is null)
    and exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.status = 'booked' and s.started_at is null and s.starts_at > app.now())
    and not exists (select from slots t where t.county_id = new.county_id and t.session_id = new.session_id and t.resource = 'person' and t.resource_id = new.person_id) then
    raise exception 'no hour' using errcode = '23514', constraint = 'interpreters_have_their_hour';
  end if;
  return null;
end $$;

-- The hours at which somebody from outside interprets in the county, known by their number; names no dispute.
create function app.outsider_hours(p_phone_hash text, p_from timestamptz, p_until timestamptz, p_session uuid) returns table (during tstzrange)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct tstzrange(s.starts_at, s.ends_at) from interpreters n join sessions s on s.county_id = n.county_id and s.id = n.session_id
  where n.county_id = (select app.proven_county()) and p_phone_hash <> '' and n.phone_hash = p_phone_hash and n.ended_at is null
    and s.id <> p_session and s.status = 'booked' and tstzrange(s.starts_at, s.ends_at) && tstzrange(p_from, p_until)
$$;

-- Whoever is named is neutral: no party, nobody who takes part, and tied to a party only where every party agrees. For a
-- session they may also be written down afterwards; a paper names them before it is sent to be signed.
create function app.check_interpreter() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.attendance, num_nonnulls(new.told_at, new.signed_at, new.ended_at)) is distinct from ('expected', 0) then
    raise exception 'just named' using errcode = '23514', constraint = 'interpreters_begin_named';
  end if;
  if not exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.proceeding_id = new.proceeding_id and s.status <> 'cancelled'
      union all select from agreements a where a.county_id = new.county_id and a.id = new.agreement_id and a.proceeding_id = new.proceeding_id) then
    raise exception 'of the proceeding' using errcode = '23514', constraint = 'interpreters_where_it_is_held';
  end if;
  -- Nobody is only noted for a session to come: they are asked (app.check_asking).
  if new.asking_id is null and exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.status = 'booked'
        and s.started_at is null and s.starts_at > app.now())
    or new.asking_id is not null and not exists (select from interpreter_askings k where k.county_id = new.county_id and k.id = new.asking_id
        and k.session_id = new.session_id and k.person_id is not distinct from new.person_id and k.status in ('sent', 'accepted')) then
    raise exception 'not asked' using errcode = '23514', constraint = 'interpreters_are_asked';
  end if;
  if new.agreement_id is not null and (select status from agreements a where a.county_id = new.county_id and a.id = new.agreement_id for key share) <> 'draft' then
    raise exception 'sent' using errcode = '23514', constraint = 'interpreters_before_signing';
  end if;
  if new.party_id is not null and not exists (select from parties p where p.county_id = new.county_id and p.dispute_id = new.dispute_id and p.id = new.party_id and app.is_party(p)) then
    raise exception 'a party of today' using errcode = '23514', constraint = 'interpreters_for_current_party';
  end if;
  if new.person_id is not null and not exists (select from people p where p.county_id = new.county_id and p.id = new.person_id
      and app.is_expert(p)) then
    raise exception 'in office' using errcode = '23514', constraint = 'interpreters_in_office';
  end if;
  if app.takes_part(new) then
    raise exception 'takes part' using errcode = '23514', constraint = 'interpreters_take_no_part';
  end if;
  if app.is_tied_interpreter(new) then
    raise exception 'tied' using errcode = '23514', constraint = 'interpreters_tied_agreed';
  end if;
  return new;
end $$;

-- Whether two rows of one paper name the same person, who is named once for each party: the same one of the county, or the same
-- number; without either, one name that was given at once. Witnesses are there for nobody, each is a row of their own.
create function app.is_same_interpreter(a public.interpreters, b public.interpreters) returns boolean language sql immutable as $$
  select a.agreement_id = b.agreement_id and a.kind = b.kind and a.person_id is not distinct from b.person_id and a.name = b.name
    and a.phone_hash = b.phone_hash and (a.id = b.id or a.kind <> 'witness' and (a.person_id is not null or a.phone_hash <> '' or a.named_at = b.named_at))
$$;

-- What was named stays; whether they came, that they were told, that they signed and that they are not needed any more is
-- added, each at its time.
create function app.check_interpreter_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_paper agreement_status; v_session sessions;
  v_encrypted constant text[] := array['phone', 'phone_hash', 'phone_line_hash', 'phone_end_hash'];
  v_added constant text[] := array['told_means', 'told_starts_at', 'told_at', 'told_by', 'attendance', 'means', 'signed_at', 'recorded_by', 'strokes', 'is_by_link', 'ended_at', 'ended_by'];
begin
  -- Nobody acts: their phone is encrypted with another key.
  if tg_op = 'UPDATE' and app.person() is null and to_jsonb(new) - v_encrypted = to_jsonb(old) - v_encrypted then return new; end if;
  if tg_op = 'DELETE' or num_nonnulls(old.ended_at, old.signed_at) > 0 or to_jsonb(new) - v_added is distinct from to_jsonb(old) - v_added then
    raise exception 'as named' using errcode = '23514', constraint = 'interpreters_stay_as_named';
  end if;
  select status into v_paper from agreements where county_id = new.county_id and id = new.agreement_id;
  select * into v_session from sessions where county_id = new.county_id and id = new.session_id;
  if new.attendance <> 'expected' and new.attendance <> old.attendance and least(v_session.starts_at, v_session.started_at) > app.now() then
    raise exception 'not yet' using errcode = '23514', constraint = 'interpreters_come_when_held';
  end if;
  if new.ended_at is not null and (new.attendance <> 'expected' or v_paper <> 'draft') then
    raise exception 'sent' using errcode = '23514', constraint = 'interpreters_end_before';
  end if;
  if new.ended_at is not null and new.ended_by is null and not exists (select from interpreter_askings k where k.county_id = new.county_id
      and k.id = new.asking_id and k.status in ('declined', 'expired')) then
    raise exception 'by whom' using errcode = '23514', constraint = 'interpreters_ended_by_somebody';
  end if;
  if new.signed_at is not null then
    if v_paper is distinct from 'signing' then
      raise exception 'not signing' using errcode = '23514', constraint = 'interpreters_sign_while_signing';
    end if;
    if app.unsigned_parties(new.county_id, new.agreement_id, new.dispute_id) > 0 then
      raise exception 'parties first' using errcode = '23514', constraint = 'interpreters_sign_after_parties';
    end if;
    if app.is_tied_interpreter(new) then
      raise exception 'tied' using errcode = '23514', constraint = 'interpreters_tied_agreed';
    end if;
    if new.strokes is not null and app.day_of(new.signed_at) is distinct from app.day_of(app.now()) then
      raise exception 'drawn now' using errcode = '23514', constraint = 'interpreters_drawn_now';
    end if;
    -- Whoever interprets for several is named once for each, and asked once.
    if new.is_by_link and not exists (select from signing_requests q join interpreters n on n.county_id = q.county_id and n.id = q.interpreter_id
        where q.county_id = new.county_id and q.agreement_id = new.agreement_id and q.refused_at is null and app.is_same_interpreter(n, new)) then
      raise exception 'whoever was asked' using errcode = '23514', constraint = 'interpreters_by_whoever_was_asked';
    end if;
    if not app.can_have_happened(new.signed_at, app.signed_on(new.county_id, new.agreement_id)) then
      raise exception 'day' using errcode = '23514', constraint = 'interpreters_sign_when_it_happened';
    end if;
  end if;
  return new;
end $$;

-- Whether a question to an interpreter still stands: it waits in time or got its yes, somebody named by it is still needed and
-- not set aside by a tie, and the session goes on. The only place that decides whether its link opens and its card shows.
create function app.asking_is_open(p_county uuid, p_asking uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select coalesce((select (k.status = 'accepted' or k.status = 'sent' and k.answer_by > app.now())
    and exists (select from public.sessions s where s.county_id = k.county_id and s.id = k.session_id and s.status = 'booked' and s.ends_at > app.now()
      and (k.status = 'accepted' or s.started_at is null and s.starts_at > app.now()))
    and exists (select from public.interpreters n where n.county_id = k.county_id and n.asking_id = k.id and n.ended_at is null)
    and (k.person_id is null or not app.is_recused(k.county_id, k.proceeding_id, k.person_id))
    from interpreter_askings k where k.county_id = p_county and k.id = p_asking), false)
$$;

-- Nobody is asked about a session that has begun or is not held, nor until later than it begins, nor asked and answered at once.
create function app.check_asking() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.proceeding_id = new.proceeding_id
      and s.status = 'booked' and s.started_at is null and s.starts_at >= new.answer_by) then
    raise exception 'ahead' using errcode = '23514', constraint = 'interpreter_askings_of_session_ahead';
  end if;
  if new.status <> 'sent' or new.proposed_at is not null or new.seen_at is not null then
    raise exception 'answered at once' using errcode = '23514', constraint = 'interpreter_askings_begin_unanswered';
  end if;
  return new;
end $$;

-- What was asked stays. An answer is given by whoever was asked, through the system, or heard and entered by somebody in their
-- own name; a no, a silence and a withdrawal are final, and nobody tied to a party says yes.
create function app.check_asking_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_answer constant text[] := array['status', 'seen_at', 'answered_at', 'decline_reason', 'decline_note', 'proposals', 'proposal_note', 'proposed_at',
  'spoken_means', 'said_by', 'entered_by', 'entered_at'];
begin
  if tg_op = 'DELETE' or to_jsonb(new) - v_answer is distinct from to_jsonb(old) - v_answer then
    raise exception 'as asked' using errcode = '23514', constraint = 'interpreter_askings_stay_as_asked';
  end if;
  if old.status in ('declined', 'expired', 'withdrawn') or old.status = 'accepted' and new.status in ('sent', 'expired') then
    raise exception 'answered' using errcode = '23514', constraint = 'interpreter_askings_answered_once';
  end if;
  if app.person() is not null and ((new.status, new.proposed_at) is distinct from (old.status, old.proposed_at) and new.status <> 'withdrawn')
    and (new.entered_by is distinct from app.person() or new.entered_at is distinct from app.now()) then
    raise exception 'by another' using errcode = '23514', constraint = 'interpreter_askings_answered_by_asked';
  end if;
  if new.status = 'accepted' and old.status <> 'accepted' and exists (select from interpreters n where n.county_id = new.county_id
      and n.asking_id = new.id and n.ended_at is null and app.is_tied_interpreter(n)) then
    raise exception 'tied' using errcode = '23514', constraint = 'interpreter_askings_yes_untied';
  end if;
  return new;
end $$;

-- Whoever interprets in a proceeding is not asked to it as a helper; without an invitation they have no seat there.
create function app.check_not_interpreting() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from interpreters n where n.county_id = new.county_id and n.proceeding_id = new.proceeding_id and n.person_id = new.person_id
      and n.ended_at is null) then
    raise exception 'interprets' using errcode = '23514', constraint = 'invitations_of_no_interpreter';
  end if;
  return new;
end $$;

-- How many interpreters and readers named in a paper have neither signed nor are noted to have read it out.
create function app.unsigned_interpreters(p_county uuid, p_agreement uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from interpreters n where n.county_id = p_county and n.agreement_id = p_agreement and n.ended_at is null and n.signed_at is null
$$;

-- What the paper says of them.
create function app.interpreters_content(p_county uuid, p_agreement uuid) returns jsonb language sql stable as $$
  select case when count(*) = 0 then '{}' else jsonb_build_object('interpreters', jsonb_agg(jsonb_build_object('id', n.id, 'partyId', n.party_id,
    'kind', n.kind, 'language', n.language, 'name', coalesce(p.name, n.name)) order by n.named_at, n.id)) end
  from public.interpreters n left join public.people p on p.county_id = n.county_id and p.id = n.person_id
  where n.county_id = p_county and n.agreement_id = p_agreement and n.ended_at is null
    and (n.person_id is null or not app.is_recused(n.county_id, n.proceeding_id, n.person_id))
$$;

-- When and where the reader interprets, and for which kind of help; whether they are asked and what they said; no dispute, no party.
create function app.own_interpreting() returns table (id uuid, session_id uuid, kind interpreter_kind, language text, starts_at timestamptz, ends_at timestamptz,
    room text, point text, address text, is_video boolean, video_url text, asking_id uuid, status invitation_status, answer_by timestamptz, asker text, asker_phone text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, s.id, n.kind, n.language, s.starts_at, s.ends_at, case when v.is_video then '' else coalesce(r.name, s.place) end,
    case when v.is_video then '' else coalesce(p.name, '') end, case when v.is_video then '' else coalesce(p.address, '') end, v.is_video,
    (select l.url from video_links l where v.is_video and l.county_id = s.county_id and l.session_id = s.id),
    k.id, k.status, k.answer_by, coalesce(a.name, ''), coalesce(a.phone, '')
  from interpreters n left join interpreter_askings k on k.county_id = n.county_id and k.id = n.asking_id
  left join people a on a.county_id = k.county_id and a.id = k.asked_by join sessions s on s.county_id = n.county_id and s.id = n.session_id cross join lateral (select s.mode = 'video' as is_video) v
  left join rooms r on r.county_id = s.county_id and r.id = s.room_id
  left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  where n.county_id = (select app.proven_county()) and n.person_id = (select app.person()) and n.ended_at is null
    and not app.is_recused(n.county_id, n.proceeding_id, n.person_id) and s.status = 'booked' and s.ends_at > app.now()
    and (k.id is null or app.asking_is_open(k.county_id, k.id)) order by s.starts_at, n.id
$$;
