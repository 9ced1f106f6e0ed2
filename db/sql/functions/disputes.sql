-- A dispute has at least two sides. Checked at commit, since the parties follow the dispute's row.
create function app.check_two_sides() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(distinct side) from parties where county_id = new.county_id and dispute_id = new.id) < 2 then
    raise exception 'two sides' using errcode = '23514', constraint = 'disputes_have_two_sides';
  end if;
  return null;
end $$;

-- Who may reach a dispute follows from the rows themselves; dispute_access is written by triggers and by nobody else.
create function app.grant_dispute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into dispute_access (county_id, subject_id, dispute_id, relation, via, registered_at, is_open) values
    (new.county_id, new.station_id, new.id, 'station', new.id, new.registered_at, new.not_accepted_at is null),
    (new.county_id, new.committee_id, new.id, 'committee', new.id, new.registered_at, new.not_accepted_at is null);
  return new;
end $$;

-- What a dispute was registered as stays readable beside what it is now, with who corrected it, when and why: the transaction
-- says why in app.change_reason. Whoever acts through the product has to say it; a title that follows names needs no reason.
create function app.keep_dispute_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_reason text := coalesce(current_setting('app.change_reason', true), ''); v_dispute uuid; v_old jsonb := to_jsonb(old); v_new jsonb := to_jsonb(new);
begin
  v_dispute := (v_new ->> case tg_table_name when 'disputes' then 'id' else 'dispute_id' end)::uuid;
  if app.is_product() and v_reason = '' and exists (select from unnest(string_to_array(tg_argv[0], ',')) c (name)
      where c.name <> 'title' and v_new -> c.name is distinct from v_old -> c.name) then
    raise exception 'no reason' using errcode = '23514', constraint = 'dispute_changes_reason_given';
  end if;
  insert into dispute_changes (county_id, id, dispute_id, field, old_value, new_value, reason, changed_by, changed_at)
    select new.county_id, gen_random_uuid(), v_dispute, case c.name when 'point_id' then 'pointId' when 'started_on' then 'startedOn'
      when 'referred_by' then 'referredBy' when 'referral_number' then 'referralNumber' else c.name end,
      coalesce(v_old ->> c.name, ''), coalesce(v_new ->> c.name, ''), v_reason, app.person(), app.now()
    from unnest(string_to_array(tg_argv[0], ',')) c (name) where v_new -> c.name is distinct from v_old -> c.name;
  return null;
end $$;

-- Whether a party still is one: nobody waits for, asks or binds somebody who died, is gone or was entered twice.
create function app.is_party(p parties) returns boolean language sql immutable parallel safe as $$ select p.departed_at is null $$;

-- Whether a party was one on an earlier day: until the day on which it died or left. What is said today, or on no day, is said
-- by a party of today. Two rows of one person always were one: what is entered now stands at the row that stays.
create function app.was_party(p parties, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p.county_id, 'party', p.id);
  select app.is_party(p) or coalesce(p_on < app.day_of(app.now()), false) and exists (select from party_exits e
    where e.county_id = p.county_id and e.party_id = p.id and e.undone_at is null and e.kind <> 'merged' and p_on <= e.happened_on)
$$;

-- Who has to say yes to what was agreed on a day: the parties of that day. An heir is none as long as whoever they follow was one.
create function app.parties_on(p_county uuid, p_dispute uuid, p_on date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  select p.id from parties p where p.county_id = p_county and p.dispute_id = p_dispute and app.was_party(p, p_on)
    and not exists (select from party_successions h join parties d on d.county_id = h.county_id and d.id = h.party_id
      where h.county_id = p_county and h.heir_party_id = p.id and not app.is_party(d) and app.was_party(d, p_on))
$$;

-- A party leaves with its reason, once, while it is one. Two rows that are one person stand on one side; a matter keeps
-- two sides unless somebody died, is gone or renounces what the dead left; nobody leaves by their own will who owes or is
-- owed under an agreement in force. Only undoing it changes the row.
create function app.check_party_exit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_side smallint; v_other parties;
begin
  if tg_op = 'UPDATE' then
    if old.undone_at is not null or (new.party_id, new.dispute_id, new.kind, new.happened_on, new.reason, new.into_party_id, new.recorded_by, new.recorded_at)
        is distinct from (old.party_id, old.dispute_id, old.kind, old.happened_on, old.reason, old.into_party_id, old.recorded_by, old.recorded_at) then
      raise exception 'as recorded' using errcode = '23514', constraint = 'party_exits_stay_as_recorded';
    end if;
    return new;
  end if;
  if new.undone_at is not null then
    raise exception 'as recorded' using errcode = '23514', constraint = 'party_exits_stay_as_recorded';
  end if;
  select side into v_side from parties where county_id = new.county_id and id = new.party_id;
  if new.kind = 'merged' then
    select * into v_other from parties where county_id = new.county_id and id = new.into_party_id;
    if v_other.side is distinct from v_side or v_other.departed_at is not null or v_other.id = new.party_id then
      raise exception 'one side' using errcode = '23514', constraint = 'party_exits_merge_one_side';
    end if;
  end if;
  if new.kind in ('left', 'merged') and not exists (select from party_successions h where h.county_id = new.county_id and h.heir_party_id = new.party_id)
      and (select count(distinct side) from parties p where p.county_id = new.county_id
      and p.dispute_id = new.dispute_id and p.departed_at is null and p.id <> new.party_id) < 2 then
    raise exception 'two sides' using errcode = '23514', constraint = 'party_exits_keep_two_sides';
  end if;
  if new.kind = 'left' and exists (select from obligation_parties q join obligations o on o.county_id = q.county_id and o.id = q.obligation_id
      join agreements a on a.county_id = o.county_id and a.id = o.agreement_id and a.status in ('signing', 'effective', 'replaced')
      where q.county_id = new.county_id and q.party_id = new.party_id and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0) then
    raise exception 'bound' using errcode = '23514', constraint = 'party_exits_left_owes_nothing';
  end if;
  return new;
end $$;

-- The party's row follows, and what was signed gets its supplement.
create function app.follow_party_exit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update parties set departed_at = case when new.undone_at is null then new.recorded_at end where county_id = new.county_id and id = new.party_id;
  insert into party_changes (county_id, id, dispute_id, party_id, field, old_value, new_value, reason, since, changed_by, changed_at)
    values (new.county_id, gen_random_uuid(), new.dispute_id, new.party_id, 'departed', case when new.undone_at is null then '' else new.kind::text end,
      case when new.undone_at is null then new.kind::text else '' end, case when new.undone_at is null then new.reason else new.undone_reason end,
      case when new.undone_at is null then new.happened_on end, app.person(), app.now());
  return null;
end $$;

-- Nobody writes the column but the record of an exit.
create function app.check_departed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.departed_at is not null and not exists (select from party_exits e where e.county_id = new.county_id and e.party_id = new.id and e.undone_at is null)
     or new.departed_at is null and exists (select from party_exits e where e.county_id = new.county_id and e.party_id = new.id and e.undone_at is null) then
    raise exception 'its record' using errcode = '23514', constraint = 'parties_departed_by_record';
  end if;
  return null;
end $$;

-- A party that comes when there is a paper already stands beside it as a supplement.
create function app.keep_joined_party() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from agreement_papers k where k.county_id = new.county_id and k.dispute_id = new.dispute_id) then
    insert into party_changes (county_id, id, dispute_id, party_id, field, old_value, new_value, reason, changed_by, changed_at)
      values (new.county_id, gen_random_uuid(), new.dispute_id, new.id, 'joined', '', new.name, coalesce(current_setting('app.change_reason', true), ''),
        app.person(), app.now());
  end if;
  return null;
end $$;

-- An heir follows somebody who died or an organisation that is no more, on the same side, and answers once.
create function app.check_succession() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.answer is not null or (new.heir_party_id, new.party_id, new.dispute_id, new.told_on, new.told_by)
        is distinct from (old.heir_party_id, old.party_id, old.dispute_id, old.told_on, old.told_by) then
      raise exception 'answered' using errcode = '23514', constraint = 'party_successions_answered_once';
    end if;
    return new;
  end if;
  if not exists (select from party_exits e join parties p on p.county_id = e.county_id and p.id = e.party_id
        join parties h on h.county_id = p.county_id and h.id = new.heir_party_id and h.side = p.side
      where e.county_id = new.county_id and e.party_id = new.party_id and e.undone_at is null and e.kind in ('died', 'dissolved')) then
    raise exception 'died' using errcode = '23514', constraint = 'party_successions_of_the_dead';
  end if;
  return new;
end $$;

-- What a party was called or taken for stays readable beside what it is now: a correction is never an overwrite.
-- A party stays on its side and in its matter: papers, records and lanes say 甲 and 乙 of it, and nothing keeps what it was.
create function app.check_party_stays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  raise exception 'its side' using errcode = '23514', constraint = 'parties_stay_on_their_side';
end $$;

-- A birthday, or the year alone; empty where neither is known.
create function app.born_words(p public.parties) returns text language sql immutable as $$
  select coalesce(p.born_on::text, p.born_year::text, '')
$$;

create function app.keep_party_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into party_changes (county_id, id, dispute_id, party_id, field, old_value, new_value, reason, since, changed_by, changed_at)
    select new.county_id, gen_random_uuid(), new.dispute_id, new.id, f.field, f.old, f.new, coalesce(current_setting('app.change_reason', true), ''),
      cast(nullif(current_setting('app.change_since', true), '') as date), app.person(), app.now()
    from (values ('name', old.name, new.name), ('kind', old.kind::text, new.kind::text), ('standing', old.standing::text, new.standing::text),
      ('isMinor', old.is_minor::text, new.is_minor::text), ('lacksCapacity', old.lacks_capacity::text, new.lacks_capacity::text),
      ('ownWages', old.own_wages_reason, new.own_wages_reason), ('sex', coalesce(old.sex::text, ''), coalesce(new.sex::text, '')),
      ('born', app.born_words(old), app.born_words(new)), ('ethnicity', old.ethnicity, new.ethnicity),
      ('occupation', old.occupation, new.occupation), ('creditCode', old.credit_code, new.credit_code),
      ('legalRepresentative', old.legal_representative, new.legal_representative)) f (field, old, new)
    where f.old is distinct from f.new;
  return null;
end $$;

-- Whether a follow-up link named the later matter a relapse: the act that made it left the event on the chain of what was over.
create function app.names_relapse(l dispute_links) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select l.kind = 'followUp' and exists (select from events e where e.county_id = l.county_id and e.chain in (l.dispute_id, l.other_dispute_id)
    and e.action = 'dispute.relapse' and e.at_us = (extract(epoch from l.linked_at) * 1000000)::bigint)
$$;

-- The links that call one of two matters a follow-up of the other, the removed ones as well.
create function app.follow_ups(p_county uuid, p_one uuid, p_other uuid) returns setof dispute_links
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.* from dispute_links l where l.county_id = p_county and l.kind = 'followUp'
    and (l.dispute_id, l.other_dispute_id) in ((p_one, p_other), (p_other, p_one))
$$;

-- Whether somebody leads a matter, or led it.
create function app.has_led(p_county uuid, p_dispute uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from dispute_access a where a.county_id = p_county and a.dispute_id = p_dispute and a.subject_id = p_person
    and a.relation in ('lead', 'formerLead'))
$$;

-- A relapse is of a dispute that is over and was not merged into another, and that whoever takes the new one in may read. It stays so
-- where it was named at registration. A link that calls it a follow-up names it where nobody had; where that link is removed it
-- is none any more, which nobody decides who led the earlier matter: they are measured by it.
create function app.check_relapse() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.relapse_of is not null and new.relapse_of is not null
      or exists (select from app.follow_ups(new.county_id, new.id, coalesce(new.relapse_of, old.relapse_of)) l where l.removed_at is null) = (new.relapse_of is null)
      or new.relapse_of is null and not exists (select from app.follow_ups(new.county_id, new.id, old.relapse_of) l where app.names_relapse(l))) then
    raise exception 'fixed' using errcode = '23514', constraint = 'disputes_relapse_fixed';
  end if;
  if new.relapse_of is null then
    if app.has_led(new.county_id, old.relapse_of, app.person()) then
      raise exception 'measured by it' using errcode = '23514', constraint = 'disputes_relapse_undone_by_another';
    end if;
    return new;
  end if;
  if not exists (select from proceedings p where p.county_id = new.county_id and p.dispute_id = new.relapse_of
      having count(*) > 0 and bool_and(p.ended_at < new.registered_at))
    or exists (select from disputes d where d.county_id = new.county_id and d.id = new.relapse_of and d.merged_at is not null) then
    raise exception 'not over' using errcode = '23514', constraint = 'disputes_relapse_after_end';
  end if;
  if app.is_product() and not app.is_system() and not exists (
      select from dispute_access a where a.county_id = new.county_id and a.dispute_id = new.relapse_of
        and a.subject_id = any (app.subjects()) and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person()))) then
    raise exception 'another one''s dispute' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- What was not accepted has no proceeding that runs. At commit.
create function app.check_accepted_dispute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id and d.not_accepted_at is not null
      where p.county_id = new.county_id and p.id = new.id and p.ended_at is null) then
    raise exception 'not accepted' using errcode = '23514', constraint = 'proceedings_of_accepted';
  end if;
  return null;
end $$;

-- What nobody referred names no office and no number of one: whoever walked in was not sent. As isReferral in server/disputes/choices.ts.
create function app.check_referral() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.source not in ('courtReferral', 'courtEntrusted', 'procuratorate', 'petitionOffice', 'hotline12345', 'otherDepartment') then
    raise exception 'nobody referred it' using errcode = '23514', constraint = 'disputes_referred_by_office';
  end if;
  return new;
end $$;
