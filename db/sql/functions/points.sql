-- Who keeps a contact point and takes the first step there: whoever helps in office and is entered at it, in their main role or, while it
-- is held, in one beside it. Asked by everything that counts or tells them.
create function app.keepers_of(p_county uuid, p_point uuid) returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select h.id from people h where h.county_id = p_county and h.point_id = p_point and h.role in ('gridMember', 'expert') and h.disabled_at is null
  union
  select h.id from person_roles r join people h on h.county_id = r.county_id and h.id = r.person_id and h.disabled_at is null
    where r.county_id = p_county and r.point_id = p_point and app.is_held(r, app.day_of(app.now()))
$$;

-- The matters of the contact point that whoever asks keeps, as far as a keeper may know them: number, place, stage, since when and
-- whether over. Nothing of what was said, of parties or of whoever leads. Not there: what the police handle themselves, what is
-- closed to most people, and what has to do with family violence or a minor, of which a neighbour is told nothing at all.
create function app.matters_of_point(p_most int) returns table (id uuid, number text, place text, registered_at timestamptz, stage text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.number, d.place, d.registered_at, app.told_stage(p.status, d.not_accepted_at is not null and p.status is null, false)
  from disputes d
  left join lateral (select q.status, q.track from proceedings q where q.county_id = d.county_id and q.dispute_id = d.id order by q.ordinal desc limit 1) p on true
  where d.county_id = (select app.proven_county()) and d.point_id = (select app.kept_point()) and d.merged_at is null
    and p.track is distinct from 'publicSecurity'
    and not exists (select from dispute_restrictions x where x.county_id = d.county_id and x.dispute_id = d.id and x.released_at is null)
    and not exists (select from gate_answers g where g.county_id = d.county_id and g.dispute_id = d.id
      and g.question in ('familyViolence', 'hasMinor') and g.answer <> 'no')
    -- Triages from before answers were kept on their own (app.gate_given).
    and not exists (select from triages g where g.county_id = d.county_id and g.dispute_id = d.id and 'no' <> any (array[g.family_violence, g.has_minor]))
    and not exists (select from parties t where t.county_id = d.county_id and t.dispute_id = d.id
      and (t.is_minor or app.is_minor_on(t.is_minor, t.born_on, app.day_of(app.now()))))
  order by d.registered_at desc, d.id desc limit p_most
$$;

-- Matters that clues of the kept point became and that are closed to most people; nearly always none. A keeper reads no restriction:
-- asked by a policy as a row of its table, it would never be there.
create function app.closed_to_keeper() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select r.dispute_id from dispute_restrictions r where r.county_id = app.proven_county() and r.released_at is null
    and exists (select from clues c where c.county_id = r.county_id and c.dispute_id = r.dispute_id and c.point_id = app.kept_point()));
end $$;

-- A clue is moved on by the office of its station. Whoever reported it changes nothing of it; the keeper of its point settles it once,
-- in their own name, while it is new and was not handed up.
create function app.check_clue_keeper() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_own text[] := '{status,answer,handled_by,handled_at}';
begin
  if not app.is_product() or app.is_system() or pg_trigger_depth() > 1 or app.is_office() and old.station_id = app.station() then return new; end if;
  if to_jsonb(new) - v_own <> to_jsonb(old) - v_own or old.status <> 'new' or new.status <> 'settled' or new.handled_by <> app.person()
    or old.point_id is distinct from app.kept_point()
    or exists (select from clue_steps s where s.county_id = old.county_id and s.clue_id = old.id and s.kind = 'escalate') then
    raise exception 'not theirs to change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
