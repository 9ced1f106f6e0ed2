-- The last number of a series that was given on paper; 0 where it was always counted here.
create function app.number_start(p_county uuid, p_scope uuid, p_kind text, p_year int) returns int language sql stable
  set search_path = public, pg_temp as $$
  select coalesce(max(last_used), 0) from number_starts
  where county_id = p_county and scope = p_scope and kind = p_kind and year = p_year
$$;

-- Whose numbers the actor answers for: a head's own committee or station; nobody's else.
create function app.own_numbers() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select case p.role when 'committeeHead' then p.committee_id when 'stationHead' then p.station_id end from people p
  where p.county_id = app.proven_county() and p.id = app.person() and p.disabled_at is null
$$;

-- A start value only goes upward: what was counted or set before is never given again.
create function app.check_number_start() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'numbers', new.county_id, new.scope, new.kind, new.year), 0));
  if new.last_used <= greatest(app.number_start(new.county_id, new.scope, new.kind, new.year), coalesce((select c.value from counters c
     where c.county_id = new.county_id and c.scope = new.scope and c.kind = new.kind and c.year = new.year), 0)) then
    raise exception 'not upward' using errcode = '23514', constraint = 'number_starts_upward';
  end if;
  return new;
end $$;

-- A number as it is compared with what somebody typed: without spaces, wide and narrow signs alike.
create function app.plain_number(p_number text) returns text language sql immutable parallel safe as
  $$ select regexp_replace(normalize(p_number, nfkc), '\s', '', 'g') $$;

-- What a number of this office's series stands for: the paper's subject with its matter, and why it has to stay, if it does: its
-- agreement is being signed or in force, its application was decided by it, or its dossier went to an archive.
create function app.given_number(p_county uuid, p_scope uuid, p_kind text, p_number text)
  returns table (number text, subject_id uuid, dispute_id uuid, proceeding_id uuid, committee_id uuid, station_id uuid, track track, bound_by text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with given as (
    select n.number, n.kind, n.subject_id, coalesce(a.proceeding_id, s.proceeding_id, n.subject_id) as about,
        case when a.status in ('effective', 'replaced') then 'inForce' when s.decided_at is not null then 'decided' end as bound_by from paper_numbers n
      left join agreements a on a.county_id = n.county_id and a.id = n.subject_id
      left join settlement_applications s on s.county_id = n.county_id and s.id = n.subject_id
      where n.county_id = p_county
    union all select p.dossier_number, 'dossier', p.id, p.id, null from proceedings p where p.county_id = p_county and p.dossier_number is not null
    union all select a.number, split_part(p_kind, '.', 1), a.id, a.proceeding_id, 'inForce' from agreements a
      where a.county_id = p_county and a.number is not null and a.status <> 'withdrawn' and split_part(p_kind, '.', 1) in ('agreement', 'onSpot')
  )
  select g.number, g.subject_id, coalesce(p.dispute_id, d.id), p.id, coalesce(p.committee_id, d.committee_id), coalesce(p.station_id, d.station_id), p.track,
    -- The list that went to an archive names the dossier by its number, and its contents name the papers by theirs.
    coalesce(g.bound_by, case when exists (select from deposited_dossiers x where x.county_id = p_county and x.proceeding_id = p.id) then 'deposited' end)
  from given g left join proceedings p on p.county_id = p_county and p.id = g.about left join disputes d on d.county_id = p_county and d.id = g.about
  where app.plain_number(g.number) = app.plain_number(p_number)
    and case when p.track in ('publicSecurity', 'onScene') then p.station_id else coalesce(p.committee_id, d.committee_id) end = p_scope
    and p_kind = g.kind || case when p.track <> 'peoples' then '.' || p.track else '' end
  limit 1
$$;
-- The same of the office whose head asks; nothing for anybody else.
create function app.own_given_number(p_kind text, p_number text)
  returns table (number text, subject_id uuid, dispute_id uuid, proceeding_id uuid, committee_id uuid, station_id uuid, track track, bound_by text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select * from app.given_number((select app.proven_county()), (select app.own_numbers()), p_kind, p_number) $$;

-- Whether a number counts no more. Everybody may know that much; the reason is for the office whose it is.
create function app.is_void_number(p_county uuid, p_number text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (select from number_voids where county_id = p_county and number = p_number)
$$;

-- Only a number that was given in this series becomes void, and none on a paper that binds somebody: that is withdrawn first.
create function app.check_number_void() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare g record;
begin
  select * into g from app.given_number(new.county_id, new.scope, new.kind, new.number);
  if not found or (g.number, g.subject_id) is distinct from (new.number, new.subject_id) then
    raise exception 'not given' using errcode = '23514', constraint = 'number_voids_of_given';
  end if;
  if g.bound_by is not null then
    raise exception 'in force' using errcode = '23514', constraint = 'number_voids_not_in_force';
  end if;
  return new;
end $$;

-- A paper has one number that counts.
create function app.check_paper_number() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'paper number', new.county_id, new.kind, new.subject_id), 0));
  if exists (select from paper_numbers n where n.county_id = new.county_id and n.kind = new.kind and n.subject_id = new.subject_id
      and not exists (select from number_voids v where v.county_id = n.county_id and v.number = n.number)) then
    raise exception 'has a number' using errcode = '23505', constraint = 'paper_numbers_once';
  end if;
  return new;
end $$;
