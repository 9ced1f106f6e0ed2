-- Everything Drizzle's schema language cannot say: the actor in the transaction, row-level
-- security, exclusion of double bookings, append-only tables, and rules that span rows.
create extension if not exists btree_gist;
--> statement-breakpoint
do $$ begin
  create role zhongtiao_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant zhongtiao_app to %I', current_user);
exception when others then
  if not pg_has_role(current_user, 'zhongtiao_app', 'member') then raise; end if;
end $$;
--> statement-breakpoint
create schema app;
--> statement-breakpoint
create function app.county() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.county', true), '')::uuid $$;
create function app.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app.station() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.station', true), '')::uuid $$;
create function app.subjects() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.subjects', true), '')::uuid[], '{}') $$;
create function app.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;
create function app.is_head() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') = 'stationHead' $$;
--> statement-breakpoint
-- Disputes whose inside the actor may reach; "invited" alone opens only the invitation.
create function app.visible_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation <> 'invited' $$;
create function app.touched_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) $$;
create function app.led_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation = 'lead' $$;
create function app.table_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation in ('lead', 'committee', 'joined') $$;
--> statement-breakpoint
alter table slots add constraint slots_no_double_booking
  exclude using gist (county_id with =, resource_id with =, during with &&);
alter table slots add constraint slots_during_not_empty check (not isempty(during));
--> statement-breakpoint
-- Append-only tables.
create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append only' using errcode = '23001', constraint = tg_argv[0], table = tg_table_name;
end $$;
do $$
declare t text;
begin
  foreach t in array array['events', 'consents', 'notices', 'triages', 'endings', 'session_records', 'signatures',
    'seals', 'performances', 'urges', 'follow_up_visits'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function app.refuse_change(%L)',
      t || '_append_only', t, t || '_append_only');
  end loop;
end $$;
--> statement-breakpoint
-- A dispute has at least two sides; checked at commit, since parties follow the dispute row.
create function app.check_two_sides() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(distinct side) from parties where county_id = new.county_id and dispute_id = new.id) < 2 then
    raise exception 'two sides' using errcode = '23514', constraint = 'disputes_have_two_sides';
  end if;
  return null;
end $$;
create constraint trigger disputes_have_two_sides after insert on disputes
  deferrable initially deferred for each row execute function app.check_two_sides();
--> statement-breakpoint
-- The latest answer of each party on a subject.
create function app.consent_gap(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid, p_force text)
  returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from parties p
  where p.county_id = p_county and p.dispute_id = p_dispute
    and coalesce((
      select c.answer from consents c
      where c.county_id = p_county and c.proceeding_id = p_proceeding and c.party_id = p.id
        and (case when p_force is null then c.subject = 'mediation'
                  else (c.subject = 'inviteForce' and c.force_code = p_force)
                    or (c.subject = 'invitePerson' and c.person_id = p_person) end)
      order by c.recorded_at desc, c.id desc limit 1)::text, 'none') <> 'agreed'
$$;
create function app.check_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'invitations_while_open';
  end if;
  if v_track = 'peoples' and exists (
    select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, new.person_id, new.force_code)) then
    raise exception 'consent first' using errcode = '23514', constraint = 'invitations_consent_first';
  end if;
  return new;
end $$;
create trigger invitations_consent_first before insert on invitations for each row execute function app.check_invitation();
--> statement-breakpoint
create function app.check_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'sessions_while_open';
  end if;
  if v_track = 'peoples' and exists (select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, null, null)) then
    raise exception 'consent first' using errcode = '23514', constraint = 'sessions_consent_first';
  end if;
  return new;
end $$;
create trigger sessions_consent_first before insert on sessions for each row execute function app.check_session();
--> statement-breakpoint
-- Agreements: frozen once sent to signing; signatures in order; effect only when whole (Art. 29).
create function app.unsigned_parties(p_county uuid, p_agreement uuid, p_dispute uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from parties p where p.county_id = p_county and p.dispute_id = p_dispute
    and not exists (select from signatures s where s.county_id = p_county and s.agreement_id = p_agreement and s.party_id = p.id)
$$;
create function app.check_signature() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select status from agreements where county_id = new.county_id and id = new.agreement_id) <> 'signing' then
    raise exception 'not signing' using errcode = '23514', constraint = 'signatures_while_signing';
  end if;
  if new.signer_kind = 'mediator' and app.unsigned_parties(new.county_id, new.agreement_id, new.dispute_id) > 0 then
    raise exception 'parties first' using errcode = '23514', constraint = 'signatures_mediator_after_parties';
  end if;
  return new;
end $$;
create trigger signatures_in_order before insert on signatures for each row execute function app.check_signature();
create function app.check_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.unsigned_parties(new.county_id, new.agreement_id, new.dispute_id) > 0 or not exists (
    select from signatures where county_id = new.county_id and agreement_id = new.agreement_id and signer_kind = 'mediator') then
    raise exception 'signatures first' using errcode = '23514', constraint = 'seals_after_signatures';
  end if;
  return new;
end $$;
create trigger seals_after_signatures before insert on seals for each row execute function app.check_seal();
create function app.check_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track;
begin
  if old.status <> 'draft' and (new.facts, new.form, new.proceeding_id) is distinct from (old.facts, old.form, old.proceeding_id)
     or old.number is not null and new.number is distinct from old.number or old.status in ('effective', 'withdrawn') then
    raise exception 'frozen' using errcode = '23514', constraint = 'agreements_frozen_once_sent';
  end if;
  if new.status = 'effective' and new.form = 'written' then
    select track into v_track from proceedings where county_id = new.county_id and id = new.proceeding_id;
    if app.unsigned_parties(new.county_id, new.id, new.dispute_id) > 0 or not exists (
      select from signatures where county_id = new.county_id and agreement_id = new.id and signer_kind = 'mediator') then
      raise exception 'signatures' using errcode = '23514', constraint = 'agreements_effect_needs_signatures';
    end if;
    if v_track = 'peoples' and not exists (select from seals where county_id = new.county_id and agreement_id = new.id) then
      raise exception 'seal' using errcode = '23514', constraint = 'agreements_effect_needs_seal';
    end if;
  end if;
  return new;
end $$;
create trigger agreements_guard before update on agreements for each row execute function app.check_agreement();
create function app.check_obligation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_status agreement_status; o record;
begin
  o := case when tg_op = 'DELETE' then old else new end;
  select status into v_status from agreements where county_id = o.county_id and id = o.agreement_id;
  if v_status <> 'draft' and (tg_op <> 'UPDATE' or
     (new.kind, new.text, new.amount_fen, new.due_on, new.proof, new.agreement_id, new.ordinal)
       is distinct from (old.kind, old.text, old.amount_fen, old.due_on, old.proof, old.agreement_id, old.ordinal)) then
    raise exception 'frozen' using errcode = '23514', constraint = 'obligations_frozen_once_sent';
  end if;
  if tg_op = 'UPDATE' and old.performed_at is null and new.performed_at is not null and (
     exists (select from obligation_parties op where op.county_id = new.county_id and op.obligation_id = new.id and op.part = 'obligor'
        and new.kind <> 'pay'
        and not exists (select from performances f where f.county_id = new.county_id and f.obligation_id = new.id and f.party_id = op.party_id))
     or not exists (select from performances f where f.county_id = new.county_id and f.obligation_id = new.id)
     or new.kind = 'pay' and coalesce((select sum(f.amount_fen) from performances f
          where f.county_id = new.county_id and f.obligation_id = new.id), 0) < new.amount_fen) then
    raise exception 'proof first' using errcode = '23514', constraint = 'obligations_performed_needs_proof';
  end if;
  return o;
end $$;
create trigger obligations_guard before insert or update or delete on obligations for each row execute function app.check_obligation();
create function app.check_obligation_party() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare o record;
begin
  o := case when tg_op = 'DELETE' then old else new end;
  if (select a.status from obligations b join agreements a on a.county_id = b.county_id and a.id = b.agreement_id
      where b.county_id = o.county_id and b.id = o.obligation_id) <> 'draft' then
    raise exception 'frozen' using errcode = '23514', constraint = 'obligations_frozen_once_sent';
  end if;
  return o;
end $$;
create trigger obligation_parties_guard before insert or update or delete on obligation_parties
  for each row execute function app.check_obligation_party();
create function app.check_performance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select a.status from obligations b join agreements a on a.county_id = b.county_id and a.id = b.agreement_id
      where b.county_id = new.county_id and b.id = new.obligation_id) is distinct from 'effective' then
    raise exception 'not in force' using errcode = '23514', constraint = 'performances_after_effect';
  end if;
  if not exists (select from obligation_parties where county_id = new.county_id and obligation_id = new.obligation_id
      and party_id = new.party_id and part = 'obligor') then
    raise exception 'obligor' using errcode = '23514', constraint = 'performances_by_obligor';
  end if;
  return new;
end $$;
create trigger performances_guard before insert on performances for each row execute function app.check_performance();
--> statement-breakpoint
create function app.check_proceeding_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.ended_at is null and new.outcome in ('agreedWritten', 'agreedOral', 'publicSecurityPerformed') then
    if exists (select from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
        where a.county_id = new.county_id and a.proceeding_id = new.id and a.status = 'effective' and o.performed_at is null)
       or not exists (select from agreements a where a.county_id = new.county_id and a.proceeding_id = new.id and a.status = 'effective') then
      raise exception 'open obligation' using errcode = '23514', constraint = 'proceedings_close_after_performance';
    end if;
    if new.track = 'peoples' and not exists (
        select from follow_up_visits v where v.county_id = new.county_id and v.proceeding_id = new.id) then
      raise exception 'visit first' using errcode = '23514', constraint = 'proceedings_close_after_visit';
    end if;
  end if;
  if (new.dispute_id, new.track, new.ordinal, new.accepted_at) is distinct from (old.dispute_id, old.track, old.ordinal, old.accepted_at) then
    raise exception 'fixed' using errcode = '23514', constraint = 'proceedings_identity_fixed';
  end if;
  return new;
end $$;
create trigger proceedings_guard before update on proceedings for each row execute function app.check_proceeding_end();
--> statement-breakpoint
-- Who may reach a dispute follows from the rows themselves; nobody writes it by hand.
create function app.grant_dispute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into dispute_access (county_id, subject_id, dispute_id, relation, via) values
    (new.county_id, new.station_id, new.id, 'station', new.id), (new.county_id, new.committee_id, new.id, 'committee', new.id);
  return new;
end $$;
create trigger disputes_access before insert on disputes for each row execute function app.grant_dispute();
create function app.grant_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.ended_at is not null and old.ended_at is null then
      delete from dispute_access a using invitations i where a.county_id = new.county_id and i.county_id = new.county_id
        and i.proceeding_id = new.id and a.via = i.id;
    end if;
    if new.lead_person_id = old.lead_person_id then return null; end if;
    delete from dispute_access where county_id = new.county_id and via = new.id and relation = 'lead';
  end if;
  insert into dispute_access (county_id, subject_id, dispute_id, relation, via)
    values (new.county_id, new.lead_person_id, new.dispute_id, 'lead', new.id);
  return null;
end $$;
create trigger proceedings_access after insert or update on proceedings for each row execute function app.grant_lead();
create function app.grant_invitee() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from dispute_access where county_id = new.county_id and via = new.id;
  if new.status in ('sent', 'seen', 'accepted') and exists (
    select from proceedings where county_id = new.county_id and id = new.proceeding_id and ended_at is null) then
    insert into dispute_access (county_id, subject_id, dispute_id, relation, via)
      values (new.county_id, new.person_id, new.dispute_id,
        case new.status when 'accepted' then 'joined'::relation else 'invited'::relation end, new.id);
  end if;
  return null;
end $$;
create trigger invitations_access after insert or update on invitations for each row execute function app.grant_invitee();
--> statement-breakpoint
-- The hash chain. Each field on its own line, payload last, so that any program can recompute it.
create function app.append_event(p_county uuid, p_chain uuid, p_dispute uuid, p_proceeding uuid, p_actor uuid, p_kind actor_kind,
  p_action text, p_at_us bigint, p_payload text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_seq bigint; v_prev text; v_hash text;
begin
  insert into event_heads (county_id, chain, seq, hash) values (p_county, p_chain, 0, repeat('0', 64)) on conflict do nothing;
  select seq + 1, hash into v_seq, v_prev from event_heads where county_id = p_county and chain = p_chain for update;
  v_hash := encode(sha256(convert_to(concat_ws(chr(10), v_prev, 'v1', p_chain, v_seq, p_at_us, p_kind, coalesce(p_actor::text, '-'),
    p_action, coalesce(p_dispute::text, '-'), coalesce(p_proceeding::text, '-'), p_payload), 'UTF8')), 'hex');
  insert into events (county_id, chain, seq, dispute_id, proceeding_id, actor_id, actor_kind, action, at_us, payload, prev, hash)
    values (p_county, p_chain, v_seq, p_dispute, p_proceeding, p_actor, p_kind, p_action, p_at_us, p_payload, v_prev, v_hash);
  update event_heads set seq = v_seq, hash = v_hash where county_id = p_county and chain = p_chain;
  return v_seq;
end $$;
create function app.add_job(p_task text, p_payload json, p_key text) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(p_task, p_payload, job_key => p_key, max_attempts => 12);
end $$;
--> statement-breakpoint
-- What the lifecycle's requirements and the next step are decided on; one row of counts, no text.
create function app.proceeding_facts(p_county uuid, p_proceeding uuid, p_now timestamptz) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with pr as (select * from proceedings where county_id = p_county and id = p_proceeding),
  ag as (select a.* from agreements a, pr where a.county_id = p_county and a.proceeding_id = pr.id and a.status <> 'withdrawn' limit 1),
  ob as (select o.* from obligations o, ag where o.county_id = p_county and o.agreement_id = ag.id),
  se as (select s.* from sessions s, pr where s.county_id = p_county and s.proceeding_id = pr.id),
  iv as (select i.* from invitations i, pr where i.county_id = p_county and i.proceeding_id = pr.id),
  pa as (select p.id from parties p, pr where p.county_id = p_county and p.dispute_id = pr.dispute_id)
  select jsonb_build_object(
    'parties', (select count(*) from pa),
    'noticed', (select count(*) from notices n, pr where n.county_id = p_county and n.proceeding_id = pr.id),
    'unconsented', (select count(*) from pr, app.consent_gap(p_county, pr.id, pr.dispute_id, null, null)),
    'invitationsWaiting', (select count(*) from iv where status in ('sent', 'seen')),
    'invitationsAccepted', (select count(*) from iv where status = 'accepted'),
    'answerBy', (select min(answer_by) from iv where status in ('sent', 'seen')),
    'sessionsBooked', (select count(*) from se where status = 'booked'),
    'sessionsEnded', (select count(*) from se where status = 'ended'),
    'nextSessionAt', (select min(starts_at) from se where status = 'booked'),
    'sessionToRecord', (select count(*) from se where status = 'booked' and ends_at <= p_now),
    'agreementStatus', (select status from ag),
    'agreementForm', (select form from ag),
    'obligations', (select count(*) from ob),
    'openObligations', (select count(*) from ob where performed_at is null),
    'nextDueOn', (select min(due_on) from ob where performed_at is null),
    'unsignedParties', (select app.unsigned_parties(p_county, ag.id, ag.dispute_id) from ag),
    'mediatorSigned', exists (select from signatures s, ag where s.county_id = p_county and s.agreement_id = ag.id and s.signer_kind = 'mediator'),
    'sealed', exists (select from seals s, ag where s.county_id = p_county and s.agreement_id = ag.id),
    'visits', (select count(*) from follow_up_visits v, pr where v.county_id = p_county and v.proceeding_id = pr.id))
$$;
--> statement-breakpoint
-- Second wall: row-level security, forced. The migrating role keeps a policy of its own, because
-- definer functions run as it and it need not be a superuser; the application never acts as it.
do $$
declare t text;
begin
  foreach t in array array['disputes', 'dispute_facts', 'dispute_access', 'parties', 'party_links', 'triages', 'repeat_groups',
    'police_calls', 'clues', 'proceedings', 'notices', 'consents', 'endings', 'invitations', 'sessions', 'slots', 'session_people',
    'session_records', 'notes', 'agreements', 'obligations', 'obligation_parties', 'signatures', 'seals', 'performances', 'urges',
    'follow_up_visits', 'events', 'event_heads', 'idempotency_keys'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  -- The inside of a dispute.
  foreach t in array array['dispute_facts', 'parties', 'party_links', 'triages', 'notices', 'consents', 'endings', 'sessions',
    'session_people', 'session_records', 'agreements', 'obligations', 'obligation_parties', 'signatures', 'seals', 'performances',
    'urges', 'follow_up_visits'] loop
    execute format($p$create policy inside on %I to zhongtiao_app
      using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))))
      with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))))$p$, t);
  end loop;
  -- Its shell, which an invitee must reach to answer.
  execute $p$create policy shell on disputes to zhongtiao_app
    using (county_id = (select app.county()) and ((select app.is_system()) or id = any (array(select app.touched_disputes()))))
    with check (county_id = (select app.county()) and ((select app.is_system())
      or station_id = any ((select app.subjects())::uuid[]) or committee_id = any ((select app.subjects())::uuid[])
      or id = any (array(select app.touched_disputes()))))$p$;
  foreach t in array array['proceedings', 'invitations'] loop
    execute format($p$create policy shell on %I to zhongtiao_app
      using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.touched_disputes()))))
      with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.touched_disputes()))))$p$, t);
  end loop;
  execute $p$create policy own_history on invitations for select to zhongtiao_app
    using (county_id = (select app.county()) and person_id = (select app.person()))$p$;
end $$;
--> statement-breakpoint
create policy own_rights on dispute_access for select to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or subject_id = any ((select app.subjects())::uuid[])));
-- Lanes: open and joint by relation, one side and mediator-only for the lead, sealed for the head.
create policy lanes on notes for select to zhongtiao_app using (
  county_id = (select app.county()) and (
    (lane = 'open' and dispute_id = any (array(select app.visible_disputes())))
    or (lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
    or (lane in ('side', 'mediator') and dispute_id = any (array(select app.led_disputes())))
    or (lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes())))
  ));
create policy write_lanes on notes for insert to zhongtiao_app with check (
  county_id = (select app.county()) and author_id = (select app.person()) and (
    (lane = 'open' and dispute_id = any (array(select app.visible_disputes())))
    or (lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
    or (lane in ('side', 'mediator', 'sealed') and dispute_id = any (array(select app.led_disputes())))
    or (lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes())))
  ));
create policy at_station on police_calls to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station())))
  with check (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station())));
create policy at_station on repeat_groups to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station())))
  with check (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station())));
create policy at_station on clues to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or reporter_id = (select app.person())))
  with check (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or reporter_id = (select app.person())));
-- Time taken is known to the whole county, so that nobody is booked twice; it names no dispute.
create policy in_county on slots to zhongtiao_app
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
create policy read_own on events for select to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system())
    or (dispute_id is not null and dispute_id = any (array(select app.visible_disputes())))
    or (dispute_id is null and actor_id = (select app.person()))));
create policy own_keys on idempotency_keys to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or actor_id = (select app.person())))
  with check (county_id = (select app.county()) and ((select app.is_system()) or actor_id = (select app.person())));
--> statement-breakpoint
grant usage on schema public, app to zhongtiao_app;
grant execute on all functions in schema app to zhongtiao_app;
grant select, insert on all tables in schema public to zhongtiao_app;
revoke insert on dispute_access, events from zhongtiao_app;
revoke all on event_heads from zhongtiao_app;
grant update on counties, stations, committees, contact_points, rooms, room_hours, people, accounts, sign_ins, forces, rate_limits,
  disputes, dispute_facts, parties, party_links, repeat_groups, police_calls, clues, proceedings, invitations, sessions, slots,
  session_people, agreements, obligations, idempotency_keys, counters, rules, day_overrides to zhongtiao_app;
grant delete on room_hours, person_forces, rate_limits, slots, session_people, obligations, obligation_parties, idempotency_keys,
  party_links to zhongtiao_app;
