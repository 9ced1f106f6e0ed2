-- Whether a person took part in a matter: led or assisted it, was asked or seated, is tied to a party, or did anything in it. What
-- heads do as heads (the seal, an instruction) is no part in the mediating.
create function app.took_part(p_county uuid, p_dispute uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from proceedings p where p.county_id = p_county and p.dispute_id = p_dispute and p_person in (p.lead_person_id, p.assistant_id))
    or exists (select from invitations i where i.county_id = p_county and i.dispute_id = p_dispute and i.person_id = p_person)
    or exists (select from session_people s where s.county_id = p_county and s.dispute_id = p_dispute and s.person_id = p_person)
    or exists (select from ties t where t.county_id = p_county and t.dispute_id = p_dispute and t.person_id = p_person)
    or exists (select from events e where e.county_id = p_county and e.dispute_id = p_dispute and e.actor_id = p_person
      and e.action not in ('agreement.seal', 'instruction.give', 'instruction.withdraw', 'revisit.record'))
$$;

-- Who may visit a drawn matter: mediators and heads of its committee who are there and took no part in it.
create function app.may_revisit(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from proceedings p join people h on h.county_id = p.county_id and h.committee_id = app.heir_of(p.county_id, p.committee_id)
    where p.county_id = p_county and p.id = p_proceeding and h.id = p_person and h.role in ('mediator', 'committeeHead') and h.disabled_at is null
      and not app.took_part(p.county_id, p.dispute_id, h.id))
$$;

-- The matters a committee closed with an agreement in a month, as its draw sees them: not closed to others, not taken up anew.
create function app.closed_in_month(p_county uuid, p_committee uuid, p_month date) returns setof proceedings
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return query select p.* from proceedings p
    where p.county_id = p_county and p.committee_id = p_committee and p.track = 'peoples' and p.outcome in ('agreedWritten', 'agreedOral')
      and left(app.day_of(p.ended_at)::text, 7) = left(p_month::text, 7)
      and app.can_be_revisited(p.county_id, p.dispute_id, p.id);
end $$;

-- Whose turn it is: the mediator who was drawn least in a year, then by the list; the head, who sealed it, where no mediator is left.
create function app.next_revisitor(p_county uuid, p_proceeding uuid) returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return (select h.id from proceedings p join people h on h.county_id = p.county_id and h.committee_id = app.heir_of(p.county_id, p.committee_id)
    where p.county_id = p_county and p.id = p_proceeding and app.can_be_revisited(p.county_id, p.dispute_id, p.id)
      and app.may_revisit(p_county, p_proceeding, h.id)
    order by h.role = 'committeeHead', (select count(*) from revisits r where r.county_id = h.county_id and r.visitor_id = h.id and r.due_on > app.day_of(app.now()) - 365), h.id limit 1);
end $$;

-- Whether a drawn matter can still be asked about: it was not taken up anew, and is not closed to others.
create function app.can_be_revisited(p_county uuid, p_dispute uuid, p_proceeding uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from proceedings p join proceedings q on q.county_id = p.county_id and q.dispute_id = p.dispute_id and q.ordinal > p.ordinal
      where p.county_id = p_county and p.id = p_proceeding)
    and not exists (select from dispute_restrictions x where x.county_id = p_county and x.dispute_id = p_dispute and x.released_at is null)
$$;

-- What whoever acts was drawn for and has not done. The table itself is closed to everybody: least of all may the lead know before.
create function app.own_revisits() returns table (id uuid, dispute_id uuid, proceeding_id uuid, due_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.dispute_id, r.proceeding_id, r.due_on from revisits r
  where r.county_id = (select app.proven_county()) and r.visitor_id = (select app.person()) and r.done_on is null
    and app.can_be_revisited(r.county_id, r.dispute_id, r.proceeding_id)
$$;

-- How the draws of the head's committee stand, the newest first: how many were closed, drawn and asked, and how many of those asked are satisfied.
create function app.own_revisit_draws() returns table (month date, closed int, drawn int, done int, late int, asked int, satisfied int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.month, d.closed, count(r.id)::int, count(r.done_on)::int,
    count(r.id) filter (where r.done_on is null and r.due_on < app.day_of(app.now()) and app.can_be_revisited(r.county_id, r.dispute_id, r.proceeding_id))::int,
    coalesce(sum(v.asked), 0)::int, coalesce(sum(v.satisfied), 0)::int
  from revisit_draws d left join revisits r on r.county_id = d.county_id and r.draw_id = d.id
    left join lateral (select count(*) as asked, count(*) filter (where w.satisfaction = 'satisfied') as satisfied
      -- What was entered once more for the same party corrects what was entered before.
      from (select distinct on (x.party_id) x.satisfaction from follow_up_visits x
        where x.county_id = r.county_id and x.revisit_id = r.id order by x.party_id, x.recorded_at desc, x.id desc) w) v on true
  where d.county_id = (select app.proven_county()) and app.office() = 'committeeHead' and d.committee_id = any (app.subjects())
  group by d.county_id, d.id order by d.month desc limit 12
$$;

-- A month is drawn when it is over, and what was drawn stays.
create function app.check_revisit_draw() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if right(new.month::text, 2) <> '01' or left(new.month::text, 7) >= left(app.day_of(app.now())::text, 7) then
    raise exception 'not over' using errcode = '23514', constraint = 'revisit_draws_month_over';
  end if;
  return new;
end $$;

-- A drawn matter is of its draw, and is visited by somebody who took no part in it; only who visits may change, until it is done.
create function app.check_revisit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((new.dispute_id, new.proceeding_id, new.draw_id, new.due_on) is distinct from
      (old.dispute_id, old.proceeding_id, old.draw_id, old.due_on) or old.done_on is not null) then
    raise exception 'drawn' using errcode = '23514', constraint = 'revisits_stay_as_drawn';
  end if;
  if tg_op = 'INSERT' and not exists (select from revisit_draws d cross join lateral app.closed_in_month(d.county_id, d.committee_id, d.month) p
      where d.county_id = new.county_id and d.id = new.draw_id and p.id = new.proceeding_id) then
    raise exception 'not of it' using errcode = '23514', constraint = 'revisits_of_the_month';
  end if;
  if (tg_op = 'INSERT' or new.visitor_id <> old.visitor_id) and not app.may_revisit(new.county_id, new.proceeding_id, new.visitor_id) then
    raise exception 'took part' using errcode = '23514', constraint = 'revisits_by_third_party';
  end if;
  return new;
end $$;

-- Once each side was asked, the revisit is done.
create function app.follow_revisit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update revisits r set done_on = app.day_of(app.now()) where r.county_id = new.county_id and r.id = new.revisit_id and r.done_on is null
    and not exists (select from parties p where p.county_id = r.county_id and p.dispute_id = r.dispute_id and p.side is not null and app.is_party(p)
      and not exists (select from follow_up_visits v join parties q on q.county_id = v.county_id and q.id = v.party_id
        where v.county_id = r.county_id and v.revisit_id = r.id and q.side = p.side));
  return null;
end $$;
