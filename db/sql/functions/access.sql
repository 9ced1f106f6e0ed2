-- Who may reach which proceeding of a dispute is worked out here, from the rows that give the right (docs/adr/0003).
-- Policies ask dispute_access themselves, per row and through its index: a function with a sub-select is never inlined.

-- Whether a proceeding is the committee's work (司法行政线) and not the police's. People's mediation always is,
-- public-security mediation never; help and referral, which either may do, belong to the line of their lead.
create function app.is_committee_line(p_county uuid, p_track track, p_lead uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_track = 'peoples' or p_track <> 'publicSecurity' and (select role from people where county_id = p_county and id = p_lead) <> 'officer'
$$;

-- What passes policies by answers about a matter only to those who have a right to it, of whatever kind: a function that asked
-- for the county alone would tell everybody in it, by SQL, what the tables refuse. Of what does not exist it says the same. A
-- trigger asks for the rows, whoever acts; nobody but migrate makes triggers.
create function app.require_right(p_county uuid, p_kind text, p_id uuid) returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_dispute uuid;
begin
  perform app.require_county(p_county);
  if p_id is null or pg_trigger_depth() > 0 or not app.is_product() or app.is_system() then return; end if;
  case p_kind
    when 'dispute' then v_dispute := p_id;
    when 'proceeding' then v_dispute := (select t.dispute_id from proceedings t where t.county_id = p_county and t.id = p_id);
    when 'party' then v_dispute := (select t.dispute_id from parties t where t.county_id = p_county and t.id = p_id);
    when 'link' then v_dispute := (select t.dispute_id from party_links t where t.county_id = p_county and t.id = p_id);
    when 'agreement' then v_dispute := (select t.dispute_id from agreements t where t.county_id = p_county and t.id = p_id);
    when 'obligation' then v_dispute := (select t.dispute_id from obligations t where t.county_id = p_county and t.id = p_id);
    when 'session' then v_dispute := (select t.dispute_id from sessions t where t.county_id = p_county and t.id = p_id);
  end case;
  if not exists (select from app.own_rights a where a.county_id = p_county and a.dispute_id = v_dispute) then
    raise exception 'no right to it' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- A new proceeding is reachable at once by its lead and by both organisations, so that whoever opens one for the other
-- line can finish the act. What is not theirs is taken back at commit: app.settle_access.
create function app.open_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_committee boolean := app.is_committee_line(new.county_id, new.track, new.lead_person_id);
begin
  insert into dispute_access (county_id, subject_id, dispute_id, relation, via, proceeding_id, track) values
    (new.county_id, new.lead_person_id, new.dispute_id, 'lead', new.id, new.id, new.track),
    (new.county_id, new.station_id, new.dispute_id, case when v_committee then 'otherLine'::relation else 'station' end, new.id, new.id, new.track),
    (new.county_id, new.committee_id, new.dispute_id, 'committee', new.id, new.id, new.track);
  return null;
end $$;

-- The rights to a proceeding as it stands at commit. Its lead leads it until it ends and afterwards keeps its record; the
-- organisation whose line it is reaches it, and the station the outline of the committee's. Its lead also reads what was
-- said in earlier proceedings of the same line, without the private lanes. Rights to the dispute itself end with its
-- first proceeding, and those to earlier proceedings reach nothing that is written later.
create function app.settle_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p proceedings; v_committee boolean; v_latest boolean; v_until timestamptz;
begin
  select * into p from proceedings where county_id = new.county_id and id = new.id;
  -- What ended with a merge stays with whoever had it, as it was; it can be undone.
  if p.outcome = 'merged' then p.ended_at := null; end if;
  v_committee := app.is_committee_line(p.county_id, p.track, p.lead_person_id);
  v_latest := not exists (select from proceedings q where q.county_id = p.county_id and q.dispute_id = p.dispute_id and q.ordinal > p.ordinal);
  v_until := case when v_latest then null else p.ended_at end;
  delete from dispute_access a where a.county_id = p.county_id and a.dispute_id = p.dispute_id
    and (a.via = p.id or a.proceeding_id is null or a.proceeding_id = p.id and p.ended_at is not null);
  insert into dispute_access (county_id, subject_id, dispute_id, relation, via, proceeding_id, track, is_current, until)
    select p.county_id, r.subject, p.dispute_id, r.relation, p.id, p.id, p.track, v_latest, r.until
    from (values
      (p.lead_person_id, case when p.ended_at is null then 'lead'::relation else 'formerLead' end, p.ended_at),
      (app.heir_of(p.county_id, p.station_id), case when v_committee then 'otherLine'::relation else 'station' end, v_until),
      (case when v_committee then app.heir_of(p.county_id, p.committee_id) end, 'committee', v_until)) r (subject, relation, until)
    where r.subject is not null
    union all
    select q.county_id, p.lead_person_id, q.dispute_id, 'successor', p.id, q.id, q.track, false, null
    from proceedings q where q.county_id = p.county_id and q.dispute_id = p.dispute_id and q.ordinal < p.ordinal
      and app.is_committee_line(q.county_id, q.track, q.lead_person_id) = v_committee;
  update dispute_access a set is_current = false, until = coalesce(q.ended_at, p.accepted_at)
    from proceedings q where q.county_id = p.county_id and q.dispute_id = p.dispute_id and q.ordinal < p.ordinal
      and a.county_id = q.county_id and a.dispute_id = q.dispute_id and a.proceeding_id = q.id and a.is_current;
  perform app.hide_rights(new.county_id, new.dispute_id);
  return null;
end $$;

-- What lists walk by stands on the right itself: when the dispute was registered, and whether what it is to still runs.
-- Worked out as the right is written; before the dispute's own row is there, app.grant_dispute gives it.
create function app.keep_right() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_registered timestamptz; v_open boolean; v_merged boolean;
begin
  select d.registered_at, (case when new.proceeding_id is null then d.not_accepted_at is null else p.archived_at is null end) and d.merged_at is null, d.merged_at is not null
    into v_registered, v_open, v_merged
    from disputes d left join proceedings p on p.county_id = d.county_id and p.id = new.proceeding_id
    where d.county_id = new.county_id and d.id = new.dispute_id;
  if found then
    new.registered_at := v_registered;
    new.is_open := v_open;
    new.is_merged := v_merged;
  end if;
  return new;
end $$;

-- And follows the dispute's refusal, its merge and the archiving of its proceedings. Writing the rows again works both out anew.
create function app.follow_state() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'disputes' then
    update dispute_access set dispute_id = dispute_id where county_id = new.county_id and dispute_id = new.id;
  else
    update dispute_access set dispute_id = dispute_id
      where county_id = new.county_id and dispute_id = new.dispute_id and proceeding_id = new.id;
  end if;
  return null;
end $$;

-- A note or file belongs to the proceeding of its session, else to the dispute's latest; nobody chooses it.
create function app.name_proceeding() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.proceeding_id := coalesce(
      (select s.proceeding_id from sessions s where s.county_id = new.county_id and s.id = new.session_id),
      (select p.id from proceedings p where p.county_id = new.county_id and p.dispute_id = new.dispute_id order by p.ordinal desc limit 1));
  else
    new.proceeding_id := old.proceeding_id;
  end if;
  return new;
end $$;

-- What was written down once is changed by nobody's own SQL: who was asked, who called, which number a matter has. Arguments:
-- the columns. The system and what follows by triggers are not asked.
create function app.check_kept_columns() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_old jsonb := to_jsonb(old); v_new jsonb := to_jsonb(new); v_column text;
begin
  if not app.is_product() or app.is_system() or pg_trigger_depth() > 1 then return new; end if;
  foreach v_column in array tg_argv loop
    if v_new -> v_column is distinct from v_old -> v_column then
      raise exception 'kept' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;

-- Helpers who were asked or take part move a matter on by their answers, and change nothing else of it. Arguments: the columns
-- that their answers change.
create function app.check_helper_columns() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.is_product() and not app.is_system() and pg_trigger_depth() = 1 and to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv
    and not exists (select from dispute_access a where a.county_id = old.county_id
      and a.dispute_id = (to_jsonb(old) ->> case tg_table_name when 'disputes' then 'id' else 'dispute_id' end)::uuid
      and a.subject_id = any (app.subjects()) and a.relation not in ('invited', 'joined')
      and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person()))) then
    raise exception 'not theirs to change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
