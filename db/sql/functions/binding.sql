-- Who may speak for a party, as in server/binding/choices.ts (a test compares the two). What is said is heard (a
-- notice, attendance), agreed to (mediation, a helper), or binds (a signature, an oral agreement, a waiver, an extension,
-- a receipt).

-- Whether somebody is a minor on a day: until their eighteenth birthday where it is known (民法典 17), whatever they were marked as
-- before or since; else as they are marked. A date has no zone. Eighteen years after a 29 February the
-- month's last day counts (202).
create function app.is_minor_on(p_is_minor boolean, p_born_on date, p_on date) returns boolean
  language sql immutable as $$
  select case when p_born_on is null then p_is_minor else p_born_on + interval 'P18Y' > p_on end
$$;

-- Whether a guardian acts for the party on a day: for a minor who does not live on their own wages, and for an adult who cannot
-- judge what they do (民法典 18–24).
create function app.needs_guardian(p_is_minor boolean, p_born_on date, p_own_wages_reason text, p_lacks_capacity boolean, p_on date) returns boolean
  language sql immutable as $$
  select p_lacks_capacity or p_own_wages_reason = '' and app.is_minor_on(p_is_minor, p_born_on, p_on)
$$;

-- Whether the party is a suspect of the police: what the latest finding in the matter says (程序规定 180).
create function app.is_suspect(p_county uuid, p_party uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'party', p_party);
  select exists (select from violation_people v where v.county_id = p_county and v.party_id = p_party and v.part = 'suspect'
    and v.finding_id = (select f.id from violation_findings f where f.county_id = p_county and f.dispute_id = v.dispute_id
      order by f.found_at desc, f.id desc limit 1))
$$;

-- Whether a party agreed that its agent acts for it although they stand on another side: its own latest word, which no
-- guardian gives for a ward (民法典 168).
create function app.lets_act_for_both(p_county uuid, p_link uuid) returns boolean language sql stable as $$
  select coalesce((select c.answer = 'agreed' from public.consents c
    where c.county_id = p_county and c.about_link_id = p_link order by c.recorded_at desc, c.id desc limit 1), false)
$$;

-- Whether somebody cannot speak for a party because they are a party of another side themselves, or speak for one (民法典 168):
-- the same phone, or the same name where no other phone tells them apart. An agent may where whom they act for agrees: the one
-- party where they are the other one, and both where they act for both.
create function app.is_opposed(p_county uuid, p_link uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'link', p_link);
  select exists (select from party_links g join parties w on w.county_id = g.county_id and w.id = g.party_id
      join parties q on q.county_id = g.county_id and q.dispute_id = g.dispute_id and q.side <> w.side and app.is_party(q)
      cross join lateral (select q.name, q.phone_line_hash, null::uuid as link_id union all
        select l.name, l.phone_line_hash, l.id from party_links l where l.county_id = q.county_id and l.party_id = q.id and l.kind <> 'helper'
          and l.ended_at is null) o
    where g.county_id = p_county and g.id = p_link and g.kind <> 'helper'
      -- In this order: forms of names are costly and made where no phone decides, and most people are nobody else.
      and case when case when '' in (g.phone_line_hash, o.phone_line_hash) then g.name = o.name or app.name_form(g.name) = app.name_form(o.name)
          else g.phone_line_hash = o.phone_line_hash end
        then not (app.lets_act_for_both(p_county, g.id) and (o.link_id is null or app.lets_act_for_both(p_county, o.link_id))) else false end)
$$;

-- A party lets act for both sides only whom it named itself to act for it; a guardian nobody chose is not among them.
create function app.check_about_agent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from party_links l where l.county_id = new.county_id and l.id = new.about_link_id and l.party_id = new.party_id
      and l.kind in ('agent', 'representative')) then
    raise exception 'own agent' using errcode = '23514', constraint = 'consents_about_own_agent';
  end if;
  return new;
end $$;

-- Whether the party, or the person beside it, may say this.
-- · Nobody speaks for a person whom nobody knows, or for a party that died, left or was merged into another.
-- · A guardian speaks for whoever needs one, and for nobody else. A helper never speaks.
-- · Nobody speaks who stands on another side (app.is_opposed). To bind, authority to settle is needed.
-- · A suspect of the police sends nobody (程序规定 181). An organisation binds itself by its seal or by a person.
-- What was said on an earlier day (p_on) is judged as of that day: whoever died or left since could speak until then.
-- Whoever follows somebody could not before that. In plpgsql, which makes ready once a session what each act asks ten times.
create function app.is_speaker(p_county uuid, p_party uuid, p_link uuid, p_purpose text, p_track public.track, p_means text, p_on date default null) returns boolean
  language plpgsql stable as $$
declare p public.parties; l public.party_links;
begin
  select * into p from public.parties where county_id = p_county and id = p_party;
  if not found then return false; end if;
  if p_link is not null then
    select * into l from public.party_links where county_id = p_county and id = p_link;
  end if;
  return coalesce(p.kind <> 'unidentified' and (app.is_party(p) or p_on is not null and app.was_party(p, p_on))
      and (p_on is null or coalesce(app.follows_since(p_county, p_party) <= p_on, true))
      and case when app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, coalesce(p_on, app.day_of(app.now())))
        then coalesce(l.kind = 'guardian', false) else l.kind is distinct from 'guardian' end
      and (p_link is null or l.party_id = p.id and l.kind <> 'helper')
      and (p_link is null or app.link_allows(l, p_purpose, p_on))
      and (p_track is distinct from 'publicSecurity' or l.kind is null or l.kind = 'guardian'
        or p.kind = 'organisation' and l.kind = 'representative' or not app.is_suspect(p_county, p_party))
      and (p_purpose not in ('bind', 'receive') or p.kind <> 'organisation' or p_link is not null or p_means = 'seal')
      and (p_link is null or not app.is_opposed(p_county, l.id)), false);
end $$;

-- The same for whoever has a right to the matter.
create function app.may_speak(p_county uuid, p_party uuid, p_link uuid, p_purpose text, p_track public.track, p_means text, p_on date default null) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'party', p_party);
  select app.is_speaker(p_county, p_party, p_link, p_purpose, p_track, p_means, p_on)
$$;

-- Whether the authority of somebody beside a party reaches this: elected representatives what they were elected for, as long
-- as the party did not withdraw, from the day on which they were; all others may sign or not, from the day of their authority where
-- that is known. What was done on an earlier day is asked of that day.
create function app.link_allows(p_link party_links, p_purpose text, p_on date) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select (p_link.ended_at is null or coalesce(p_on <= p_link.ended_on and p_on < app.day_of(app.now()), false))
    and coalesce(p_on >= p_link.authorised_on, true)
    and (p_on is null or p_link.election_id is null
      or p_on >= (select e.elected_on from elections e where e.county_id = p_link.county_id and e.id = p_link.election_id)) and case p_purpose when 'bind' then p_link.may_sign
    when 'receive' then coalesce(p_link.may_receive, p_link.may_sign) else p_link.may_negotiate end
$$;

-- Since when an heir is one: the day on which whoever they follow died or was no more; null of everybody else.
create function app.follows_since(p_county uuid, p_party uuid) returns date language sql stable as $$
  select max(e.happened_on) from public.party_successions h
    join public.party_exits e on e.county_id = h.county_id and e.party_id = h.party_id and e.kind in ('died', 'dissolved') and e.undone_at is null
  where h.county_id = p_county and h.heir_party_id = p_party
$$;

-- Who stands where a party stood: it itself, an heir of it who stepped in (民法典 1124), the row into which it was merged; through
-- several of these as well. Whoever asks is shown no more than they may read.
create function app.standing_for(p_county uuid, p_of uuid) returns setof uuid language sql stable as $$
  with recursive standing (id) as (
    select p_of
    union
    select n.id from standing s cross join lateral (
      select h.heir_party_id as id from public.party_successions h where h.county_id = p_county and h.party_id = s.id and h.answer = 'stepsIn'
      union all select e.into_party_id from public.party_exits e
        where e.county_id = p_county and e.party_id = s.id and e.kind = 'merged' and e.undone_at is null) n)
  select id from standing
$$;

-- Whether a party stands where another one stood.
create function app.stands_for(p_county uuid, p_party uuid, p_of uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_party in (select app.standing_for(p_county, p_of))
$$;

-- The proceeding an act of binding belongs to, by whatever its row points at.
create function app.proceeding_of(p_county uuid, p_row jsonb) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (p_row ->> 'proceeding_id')::uuid,
    (select a.proceeding_id from agreements a where a.county_id = p_county and a.id = (p_row ->> 'agreement_id')::uuid),
    (select s.proceeding_id from sessions s where s.county_id = p_county and s.id = coalesce((p_row ->> 'session_id')::uuid,
      (select f.session_id from fact_statements f where f.county_id = p_county and f.id = (p_row ->> 'statement_id')::uuid))),
    (select w.proceeding_id from tie_waivers w where w.county_id = p_county and w.id = (p_row ->> 'waiver_id')::uuid),
    (select a.proceeding_id from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      where o.county_id = p_county and o.id = coalesce((p_row ->> 'obligation_id')::uuid,
        (select k.obligation_id from ledger_contests k where k.county_id = p_county and k.id = (p_row ->> 'contest_id')::uuid))))
$$;

-- Its track.
create function app.track_of(p_county uuid, p_row jsonb) returns public.track
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.track from proceedings r where r.county_id = p_county and r.id = app.proceeding_of(p_county, p_row)
$$;

-- The day on which a row, or what it stands under, says that something was heard, agreed to or signed; null: as it is entered.
create function app.said_on(p_county uuid, p_row jsonb) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_day date := coalesce(p_row ->> 'happened_on', p_row ->> 'performed_on', p_row ->> 'asked_on', p_row ->> 'said_on', p_row ->> 'ended_on');
begin
  return coalesce(v_day, app.day_of((p_row ->> 'signed_at')::timestamptz),
    (select app.day_of(w.waived_at) from tie_waivers w where w.county_id = p_county and w.id = (p_row ->> 'waiver_id')::uuid),
    (select app.day_of(s.starts_at) from sessions s where s.county_id = p_county and s.id = (p_row ->> 'session_id')::uuid));
end $$;

-- A row that says what a party heard, agreed to or is bound by, whoever writes it. Arguments: the name of the refusal, the
-- purpose, the columns of the party and of whoever spoke for it, and by what, where the row has no column for it. An
-- extension, an oral agreement and an application to the court bind, other consents do not.
create function app.check_speaker() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row jsonb := to_jsonb(new);
  v_party uuid := (v_row ->> tg_argv[2])::uuid;
  v_purpose text := case when v_row ->> 'subject' in ('extension', 'agreement', 'confirmation') then 'bind' else tg_argv[1] end;
begin
  if v_party is not null and not app.is_speaker(new.county_id, v_party,
      (v_row ->> tg_argv[3])::uuid, v_purpose, app.track_of(new.county_id, v_row), coalesce(v_row ->> 'means', tg_argv[4]),
      app.said_on(new.county_id, v_row)) then
    raise exception 'who speaks' using errcode = '23514', constraint = tg_argv[0];
  end if;
  return new;
end $$;

-- Whoever was told of their rights is known from then on; nobody makes them a stranger again.
create function app.check_known() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from notices n where n.county_id = new.county_id and n.party_id = new.id)
    or exists (select from consents c where c.county_id = new.county_id and c.party_id = new.id)
    or exists (select from signatures s where s.county_id = new.county_id and s.party_id = new.id) then
    raise exception 'known' using errcode = '23514', constraint = 'parties_known_stay_known';
  end if;
  return new;
end $$;

-- A minor acts themself on their own wages from 16 on (民法典 18).
create function app.check_own_wages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if extract(year from age((app.now() at time zone 'Asia/Shanghai')::date, new.born_on)) < 16 then
    raise exception 'under 16' using errcode = '23514', constraint = 'parties_own_wages_from_sixteen';
  end if;
  return new;
end $$;

-- A witness was there: attendance counts, not an accepted invitation.
create function app.was_present(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'proceeding', p_proceeding);
  select exists (select from sessions s join session_people y on y.county_id = s.county_id and y.session_id = s.id
    where s.county_id = p_county and s.proceeding_id = p_proceeding and s.status <> 'cancelled'
      and y.person_id = p_person and y.attendance = 'present')
$$;
