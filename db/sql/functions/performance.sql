-- What stands on the account of each obligor of a clause, in fen: what was paid less what came back, and what obligees gave
-- up. An entry that a correction names counts nowhere. `share_fen` is null where each owes the whole. The one place that adds
-- up a ledger; balances are never stored.
create function app.ledger_accounts(p_county uuid, p_obligation uuid)
  returns table (party_id uuid, share_fen bigint, paid_fen bigint, waived_fen bigint, is_done boolean, is_waived boolean)
  language sql stable as $$
  select q.party_id, q.share_fen,
    coalesce(sum(case f.kind when 'waived' then 0 when 'refunded' then -f.amount_fen else f.amount_fen end), 0)::bigint,
    coalesce(sum(f.amount_fen) filter (where f.kind = 'waived'), 0)::bigint,
    count(*) filter (where f.kind = 'performed') > 0, count(*) filter (where f.kind = 'waived') > 0
  from public.obligation_parties q
    left join public.performances f on f.county_id = q.county_id and f.obligation_id = q.obligation_id and f.party_id = q.party_id
      and f.kind <> 'correction'
      and not exists (select from public.performances c where c.county_id = f.county_id and c.obligation_id = f.obligation_id and c.corrects_id = f.id)
  where q.county_id = p_county and q.obligation_id = p_obligation and q.part = 'obligor'
  group by q.party_id, q.share_fen
$$;

-- Whether a clause is performed, or else settled because the rest was waived: by every obligor of an act, by every share
-- (民法典 517), and by the whole sum whoever paid it where each owes it all (民法典 518).
create function app.obligation_state(p_county uuid, p_obligation uuid) returns table (is_performed boolean, is_waived boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.performed, x.settled and not x.performed from (
    select case when o.kind <> 'pay' then bool_and(a.is_done)
        when o.liability in ('equalShares', 'shares') then bool_and(a.paid_fen >= a.share_fen) else sum(a.paid_fen) >= o.amount_fen end as performed,
      case when o.kind <> 'pay' then bool_and(a.is_done or a.is_waived)
        when o.liability in ('equalShares', 'shares') then bool_and(a.paid_fen + a.waived_fen >= a.share_fen)
        else sum(a.paid_fen + a.waived_fen) >= o.amount_fen end as settled
    from obligations o cross join lateral app.ledger_accounts(o.county_id, o.id) a
    where o.county_id = p_county and o.id = p_obligation group by o.kind, o.liability, o.amount_fen) x
$$;

-- What is still owed on one obligor's account, in fen: of their share, or of the whole where each owes it all.
create function app.owed_fen(p_county uuid, p_obligation uuid, p_party uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select greatest(0, case when o.liability in ('equalShares', 'shares') then max(a.share_fen - a.paid_fen - a.waived_fen) filter (where a.party_id = p_party)
    else o.amount_fen - sum(a.paid_fen + a.waived_fen) end)::bigint
  from obligations o cross join lateral app.ledger_accounts(o.county_id, o.id) a
  where o.county_id = p_county and o.id = p_obligation group by o.liability, o.amount_fen
$$;

-- Whether what a clause promises is owed to a party: as obligee, or in the place of one that is no party any more.
create function app.is_owed(p_county uuid, p_obligation uuid, p_party uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'obligation', p_obligation);
  select exists (select from obligation_parties q where q.county_id = p_county and q.obligation_id = p_obligation and q.part = 'obligee'
    and app.stands_for(p_county, p_party, q.party_id))
$$;

-- The most that one obligee may give up, in fen: where there are several, each an equal part (民法典 517).
create function app.waivable_fen(p_county uuid, p_obligation uuid, p_obligee uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select ceil(o.amount_fen::numeric / greatest(1, (select count(*) from obligation_parties q
      where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee')))::bigint
    - coalesce((select sum(f.amount_fen) from performances f where f.county_id = o.county_id and f.obligation_id = o.id and f.kind = 'waived'
        and exists (select from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee'
          and app.stands_for(p_county, p_obligee, q.party_id) and app.stands_for(p_county, f.by_party_id, q.party_id)) and not exists (select from performances c
          where c.county_id = f.county_id and c.obligation_id = f.obligation_id and c.corrects_id = f.id)), 0)::bigint
  from obligations o where o.county_id = p_county and o.id = p_obligation
$$;

-- An entry is made once the agreement is in force, on the account of who owes it; of a clause that a new version replaced, what
-- happened until then and what came back. Nothing goes above what is owed without
-- being called overpaid, nothing comes back that was not paid, nothing is waived that is not owed or by somebody else than
-- the obligee. Entries on one clause wait for each other.
create function app.check_performance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_kind obligation_kind; v_superseded timestamptz; v_owed bigint; v_paid bigint; v_corrected performances;
begin
  select o.kind, o.superseded_at into v_kind, v_superseded from obligations o where o.county_id = new.county_id and o.id = new.obligation_id for no key update;
  if (select a.status from obligations b join agreements a on a.county_id = b.county_id and a.id = b.agreement_id
      where b.county_id = new.county_id and b.id = new.obligation_id) not in ('effective', 'replaced') then
    raise exception 'not in force' using errcode = '23514', constraint = 'performances_after_effect';
  end if;
  if v_superseded is not null and (new.kind = 'waived' or new.kind not in ('correction', 'refunded') and new.performed_on > app.day_of(v_superseded)) then
    raise exception 'replaced' using errcode = '23514', constraint = 'performances_not_superseded';
  end if;
  if not exists (select from obligation_parties where county_id = new.county_id and obligation_id = new.obligation_id
      and party_id = new.party_id and part = 'obligor') then
    raise exception 'obligor' using errcode = '23514', constraint = 'performances_by_obligor';
  end if;
  if new.performed_on > app.day_of(app.now()) or new.performed_on < app.reached_on(new.county_id,
      (select b.agreement_id from obligations b where b.county_id = new.county_id and b.id = new.obligation_id)) then
    raise exception 'day' using errcode = '23514', constraint = 'performances_when_it_happened';
  end if;
  select a.paid_fen into v_paid from app.ledger_accounts(new.county_id, new.obligation_id) a where a.party_id = new.party_id;
  if new.kind = 'correction' then
    select * into v_corrected from performances f where f.county_id = new.county_id and f.id = new.corrects_id;
    if new.performed_on < v_corrected.performed_on then
      raise exception 'day' using errcode = '23514', constraint = 'performances_when_it_happened';
    end if;
    if v_corrected.kind = 'correction' or (v_corrected.obligation_id, v_corrected.party_id) is distinct from (new.obligation_id, new.party_id) then
      raise exception 'of this account' using errcode = '23514', constraint = 'performances_correct_own_entry';
    end if;
    if v_corrected.kind in ('performed', 'overpaid', 'paidTwice') and coalesce(v_corrected.amount_fen, 0) > v_paid then
      raise exception 'given back already' using errcode = '23514', constraint = 'performances_refund_of_paid';
    end if;
    return new;
  end if;
  if (new.amount_fen is null) <> (v_kind <> 'pay') then
    raise exception 'sum' using errcode = '23514', constraint = 'performances_amount_when_pay';
  end if;
  if new.kind = 'waived' and not app.is_owed(new.county_id, new.obligation_id, new.by_party_id) then
    raise exception 'obligee' using errcode = '23514', constraint = 'performances_waived_by_obligee';
  end if;
  if new.received_by_party_id is not null and not app.is_owed(new.county_id, new.obligation_id, new.received_by_party_id) then
    raise exception 'obligee' using errcode = '23514', constraint = 'performances_received_by_obligee';
  end if;
  if v_kind <> 'pay' then return new; end if;
  if new.kind = 'refunded' then
    if new.amount_fen > v_paid then
      raise exception 'paid before' using errcode = '23514', constraint = 'performances_refund_of_paid';
    end if;
    if new.performed_on < (select min(f.performed_on) from performances f where f.county_id = new.county_id and f.obligation_id = new.obligation_id
        and f.party_id = new.party_id and f.kind in ('performed', 'overpaid', 'paidTwice') and not exists (select from performances c
          where c.county_id = f.county_id and c.obligation_id = f.obligation_id and c.corrects_id = f.id)) then
      raise exception 'day' using errcode = '23514', constraint = 'performances_when_it_happened';
    end if;
    return new;
  end if;
  v_owed := app.owed_fen(new.county_id, new.obligation_id, new.party_id);
  if new.kind = 'performed' and new.amount_fen > v_owed or new.kind = 'overpaid' and new.amount_fen <= v_owed then
    raise exception 'called overpaid' using errcode = '23514', constraint = 'performances_over_is_named';
  end if;
  if new.kind = 'waived' and (new.amount_fen > v_owed or new.amount_fen > app.waivable_fen(new.county_id, new.obligation_id, new.by_party_id)) then
    raise exception 'owed to them' using errcode = '23514', constraint = 'performances_waive_what_is_owed';
  end if;
  return new;
end $$;

-- Since which day nothing is owed of a clause, by the days of its entries that stand, whenever they were entered: what was paid
-- twice, paid over or came back later does not move it. Where all of it was performed, what was waived does not count.
create function app.settled_on(p_county uuid, p_obligation uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  with entries as (select f.party_id, f.kind, f.amount_fen, f.performed_on from performances f
      where f.county_id = p_county and f.obligation_id = p_obligation and f.kind <> 'correction'
        and not exists (select from performances c where c.county_id = f.county_id and c.obligation_id = f.obligation_id and c.corrects_id = f.id)),
    accounts as (select d.day, q.share_fen,
        coalesce(sum(case f.kind when 'waived' then case when s.is_performed then 0 else f.amount_fen end when 'refunded' then -f.amount_fen else f.amount_fen end), 0) as fen,
        count(*) filter (where f.kind = 'performed' or f.kind = 'waived' and not s.is_performed) > 0 as is_done
      from (select distinct performed_on as day from entries) d
        cross join app.obligation_state(p_county, p_obligation) s
        join obligation_parties q on q.county_id = p_county and q.obligation_id = p_obligation and q.part = 'obligor'
        left join entries f on f.party_id = q.party_id and f.performed_on <= d.day
      group by d.day, q.party_id, q.share_fen),
    days as (select a.day, case when o.kind <> 'pay' then bool_and(a.is_done) when o.liability in ('equalShares', 'shares') then bool_and(a.fen >= a.share_fen)
        else sum(a.fen) >= o.amount_fen end as is_settled
      from accounts a join obligations o on o.county_id = p_county and o.id = p_obligation group by a.day, o.kind, o.liability, o.amount_fen)
  select min(day) from days where day > coalesce((select max(day) from days where not is_settled), '-infinity')
$$;

-- The same as an instant: of another day than today the day alone is known, which stands as its midnight.
create function app.settled_at(p_county uuid, p_obligation uuid) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when x.day = app.day_of(app.now()) then app.now() else x.day::timestamp at time zone 'Asia/Shanghai' end
  from app.settled_on(p_county, p_obligation) x (day)
$$;

-- What a clause says about itself follows from its ledger, whoever makes the entry and whatever day it tells of.
create function app.follow_ledger() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_is_performed boolean; v_is_waived boolean; v_at timestamptz;
begin
  select s.is_performed, s.is_waived into v_is_performed, v_is_waived from app.obligation_state(new.county_id, new.obligation_id) s;
  v_at := case when v_is_performed or v_is_waived then app.settled_at(new.county_id, new.obligation_id) end;
  update obligations o set performed_at = case when v_is_performed then v_at end, waived_at = case when v_is_waived then v_at end, version = o.version + 1
  where o.county_id = new.county_id and o.id = new.obligation_id
    and ((o.performed_at is not null) <> v_is_performed or (o.waived_at is not null) <> v_is_waived
      or app.day_of(coalesce(o.performed_at, o.waived_at)) is distinct from app.day_of(v_at));
  return null;
end $$;

-- A breach is of an agreement in force, by who owes the clause, from the day it was due, and while it is owed.
create function app.check_breach() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      where o.county_id = new.county_id and o.id = new.obligation_id and a.status in ('effective', 'replaced') and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0) then
    raise exception 'owed' using errcode = '23514', constraint = 'breaches_of_what_is_owed';
  end if;
  if not exists (select from obligation_parties where county_id = new.county_id and obligation_id = new.obligation_id
      and party_id = new.party_id and part = 'obligor') then
    raise exception 'obligor' using errcode = '23514', constraint = 'breaches_by_obligor';
  end if;
  return new;
end $$;

-- How performing may end without everything performed: with the record of what happened. An agreement in force did not fail
-- for want of one. On insert as well as update.
create function app.check_exit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_agreement uuid; v_recorded boolean;
begin
  if new.outcome is null or tg_op = 'UPDATE' and old.outcome is not distinct from new.outcome then return new; end if;
  select id into v_agreement from agreements where county_id = new.county_id and proceeding_id = new.id and status = 'effective';
  if new.outcome in ('breached', 'partlyPerformed', 'obligorDead', 'obligorGone') then
    v_recorded := case new.outcome
      when 'breached' then exists (select from app.open_obligations(new.county_id, new.id) o join breaches b on b.county_id = o.county_id and b.obligation_id = o.id)
      when 'obligorDead' then exists (select from app.open_obligations(new.county_id, new.id) o join obligation_parties q on q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor'
        join party_exits e on e.county_id = q.county_id and e.party_id = q.party_id and e.undone_at is null and e.kind in ('died', 'dissolved'))
      when 'obligorGone' then exists (select from app.open_obligations(new.county_id, new.id) o join obligation_parties q on q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor'
        join party_exits e on e.county_id = q.county_id and e.party_id = q.party_id and e.undone_at is null and e.kind = 'gone')
      else exists (select from app.open_obligations(new.county_id, new.id))
        and exists (select from agreements g join obligations o on o.county_id = g.county_id and o.agreement_id = g.id cross join lateral app.ledger_accounts(o.county_id, o.id) a
          where g.county_id = new.county_id and g.proceeding_id = new.id and g.effective_at is not null and (a.paid_fen > 0 or a.is_done)) end;
    if not v_recorded or not exists (select from endings e where e.county_id = new.county_id and e.proceeding_id = new.id and e.outcome = new.outcome) then
      raise exception 'its record first' using errcode = '23514', constraint = 'proceedings_exit_recorded';
    end if;
  elsif v_agreement is not null and new.track = 'peoples'
      and new.outcome in ('refused', 'deadlock', 'expired', 'unsigned', 'unreachable', 'settledWithdrawn') then
    raise exception 'in force' using errcode = '23514', constraint = 'proceedings_agreement_in_force';
  end if;
  return new;
end $$;

-- A visit was made on a day of its proceeding; one that was drawn by whoever was drawn, to one party each.
create function app.check_visit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.visited_on > app.day_of(app.now()) or new.visited_on < app.began_on(new.county_id, new.proceeding_id) then
    raise exception 'day' using errcode = '23514', constraint = 'follow_up_visits_when_it_happened';
  end if;
  if new.revisit_id is not null and (new.party_id is null or not exists (select from revisits r where r.county_id = new.county_id
      and r.id = new.revisit_id and r.proceeding_id = new.proceeding_id and r.visitor_id = new.visited_by and r.done_on is null)) then
    raise exception 'of its draw' using errcode = '23514', constraint = 'follow_up_visits_by_whom_was_drawn';
  end if;
  return new;
end $$;
