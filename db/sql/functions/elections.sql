-- Whether whoever this party elected speaks for it in the talks now: what everybody is told reaches it through them.
create function app.is_represented(p_county uuid, p_party uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (select from party_links l where l.county_id = p_county and l.party_id = p_party
    and l.election_id is not null and l.may_negotiate and l.ended_at is null)
$$;

-- Whoever elects and whoever is elected are of the side, there, known and act themselves; authority is what the election
-- gave, and it ends once and is never given back: a new election is. That of agents and guardians ends once as well; another
-- one is another row.
create function app.check_elected_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.election_id is null and new.ended_at is not null then
      raise exception 'ended before it began' using errcode = '23514', constraint = 'party_links_end_once';
    end if;
    if new.election_id is not null and (new.ended_at is not null or not exists (
        select from elections e
          join parties m on m.county_id = e.county_id and m.id = new.party_id and m.side = e.side and m.dispute_id = e.dispute_id
          join parties r on r.county_id = e.county_id and r.id = new.elected_party_id and r.side = e.side and r.dispute_id = e.dispute_id
        where e.county_id = new.county_id and e.id = new.election_id
          and (new.may_negotiate, new.may_sign, new.may_receive) = (e.may_negotiate, e.may_sign, e.may_receive)
          and app.is_party(m) and app.is_party(r) and m.kind <> 'unidentified' and r.kind = 'person'
          and not app.needs_guardian(m.is_minor, m.born_on, m.own_wages_reason, m.lacks_capacity, e.elected_on)
          and not app.needs_guardian(r.is_minor, r.born_on, r.own_wages_reason, r.lacks_capacity, e.elected_on))) then
      raise exception 'not so elected' using errcode = '23514', constraint = 'party_links_as_elected';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.election_id is not null then
      raise exception 'elected' using errcode = '23514', constraint = 'party_links_election_stays';
    end if;
    return old;
  end if;
  if new.election_id is distinct from old.election_id or old.election_id is not null and (
      (new.party_id, new.kind, new.may_sign, new.elected_party_id, new.may_negotiate, new.may_receive) is distinct from
      (old.party_id, old.kind, old.may_sign, old.elected_party_id, old.may_negotiate, old.may_receive)
      or old.ended_at is not null and (new.ended_at, new.ended_on, new.ended_by, new.ended_reason) is distinct from
        (old.ended_at, old.ended_on, old.ended_by, old.ended_reason)) then
    raise exception 'elected' using errcode = '23514', constraint = 'party_links_election_stays';
  end if;
  if old.ended_at is not null and (new.ended_at, new.ended_on, new.ended_by, new.ended_reason) is distinct from
      (old.ended_at, old.ended_on, old.ended_by, old.ended_reason) then
    raise exception 'ended' using errcode = '23514', constraint = 'party_links_end_once';
  end if;
  -- Whoever spoke for a party stays who they are in the record: another one is another row. The elected are called as their
  -- own row says (app.rename_elected).
  if (new.party_id, new.dispute_id, new.kind, new.may_sign, new.authorised_on)
      is distinct from (old.party_id, old.dispute_id, old.kind, old.may_sign, old.authorised_on)
      or new.name is distinct from old.name and (old.election_id is null or pg_trigger_depth() < 2) then
    raise exception 'as named' using errcode = '23514', constraint = 'party_links_stay_as_named';
  end if;
  return new;
end $$;

-- An election without anybody who elected and was elected is none. At commit.
create function app.check_election_held() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from party_links l where l.county_id = new.county_id and l.election_id = new.id) then
    raise exception 'nobody elected' using errcode = '23514', constraint = 'elections_have_members';
  end if;
  return null;
end $$;

-- A representative who is a party no more represents nobody, from the day on which they died or left.
create function app.end_elected() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update party_links set ended_at = app.now(), ended_on = coalesce((select e.happened_on from party_exits e
      where e.county_id = new.county_id and e.party_id = new.id and e.undone_at is null), app.day_of(new.departed_at)), ended_reason = '代表人已退出'
    where county_id = new.county_id and elected_party_id = new.id and ended_at is null;
  return null;
end $$;

-- Whoever was elected is called as their own row says.
create function app.rename_elected() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update party_links set name = new.name where county_id = new.county_id and elected_party_id = new.id;
  return null;
end $$;
