-- Clauses of a proceeding that are still owed: of the agreement in force, and of an earlier one where what had settled a
-- clause turned out to be wrong after it was replaced.
create function app.open_obligations(p_county uuid, p_proceeding uuid) returns setof public.obligations
  language sql stable as $$
  select o.* from public.agreements a join public.obligations o on o.county_id = a.county_id and o.agreement_id = a.id
  where a.county_id = p_county and a.proceeding_id = p_proceeding and a.status in ('effective', 'replaced')
    and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0
$$;

-- Obligations are frozen with their agreement. Whether one is performed, or its rest waived, is what its ledger says: a draft
-- has none, and nobody writes anything else.
create function app.check_obligation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_status agreement_status; o record;
begin
  o := case when tg_op = 'DELETE' then old else new end;
  select status into v_status from agreements where county_id = o.county_id and id = o.agreement_id;
  if v_status <> 'draft' and (tg_op <> 'UPDATE' or
     (new.kind, new.text, new.amount_fen, new.due_after_days, new.proof, new.way, new.place, new.condition, new.consequence, new.verifier_id, new.liability, new.agreement_id, new.ordinal)
       is distinct from (old.kind, old.text, old.amount_fen, old.due_after_days, old.proof, old.way, old.place, old.condition, old.consequence, old.verifier_id, old.liability, old.agreement_id, old.ordinal)
     or new.due_on is distinct from old.due_on and (new.due_on is null
       or new.due_on is distinct from app.due_by_effect(new.county_id, new.agreement_id, new.due_after_days))) then
    raise exception 'frozen' using errcode = '23514', constraint = 'obligations_frozen_once_sent';
  end if;
  if v_status = 'draft' and app.is_agreed_to(o.county_id, o.agreement_id) then
    raise exception 'agreed to' using errcode = '23514', constraint = 'obligations_stay_as_agreed';
  end if;
  if tg_op <> 'DELETE' and v_status = 'draft' and num_nonnulls(new.due_on, new.due_after_days) = 2 then
    raise exception 'a day, or from the day of signing' using errcode = '23514', constraint = 'obligations_day_by_effect';
  end if;
  if tg_op = 'INSERT' and new.superseded_at is not null
     or tg_op = 'UPDATE' and new.superseded_at is distinct from old.superseded_at and (old.superseded_at is not null or pg_trigger_depth() < 2) then
    raise exception 'by a new version' using errcode = '23514', constraint = 'obligations_superseded_by_agreement';
  end if;
  if tg_op = 'INSERT' and num_nonnulls(new.performed_at, new.waived_at) > 0
     or tg_op = 'UPDATE' and (new.performed_at, new.waived_at) is distinct from (old.performed_at, old.waived_at)
       and not exists (select from app.obligation_state(new.county_id, new.id) s
         where s.is_performed = (new.performed_at is not null) and s.is_waived = (new.waived_at is not null)) then
    raise exception 'proof first' using errcode = '23514', constraint = 'obligations_performed_needs_proof';
  end if;
  if tg_op = 'UPDATE' and new.performed_at is not null and new.performed_at is distinct from old.performed_at and app.day_of(new.performed_at)
     is distinct from app.day_of(app.settled_at(new.county_id, new.id)) then
    raise exception 'day' using errcode = '23514', constraint = 'obligations_performed_on_its_day';
  end if;
  return o;
end $$;

-- The day on which a clause is due that is said from the day of signing: so many days after the day of effect, which does not
-- count (民法典 201); where the last of them is a day off, the day after it (203). The day of signing itself is no term and stays.
-- Null before the agreement is in force.
create function app.due_by_effect(p_county uuid, p_agreement uuid, p_days smallint) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'agreement', p_agreement);
  select case p_days when 0 then app.day_of(a.effective_at) else app.workday_from(p_county, app.day_of(a.effective_at) + p_days) end
  from agreements a where a.county_id = p_county and a.id = p_agreement
$$;

-- The day on which a term from the day of signing would have ended, where that was a day off and it ends later; else null.
create function app.moved_from(p_obligation obligations, p_effective_at timestamptz) returns date language sql stable as $$
  select nullif(app.day_of(p_effective_at) + p_obligation.due_after_days, p_obligation.due_on) where p_obligation.due_on is not null
$$;

-- Effect fixes the days that were said from the day of signing, whoever brings the agreement into force and however late that
-- is entered.
create function app.fix_due_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update obligations o set due_on = app.due_by_effect(o.county_id, o.agreement_id, o.due_after_days), version = o.version + 1
    where o.county_id = new.county_id and o.agreement_id = new.id and o.due_on is null;
  return null;
end $$;

-- Several debtors of one sum: the paper says how they owe it, and shares add up to the sum.
create function app.check_shares() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from obligations o where o.county_id = new.county_id and o.agreement_id = new.id and o.kind = 'pay' and o.liability is null
      and (select count(*) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor') > 1) then
    raise exception 'how they owe it' using errcode = '23514', constraint = 'agreements_say_liability';
  end if;
  if exists (select from obligations o where o.county_id = new.county_id and o.agreement_id = new.id
      and case when o.liability in ('equalShares', 'shares')
        then (select count(*) filter (where q.share_fen is null) > 0 or sum(q.share_fen) is distinct from o.amount_fen
          or o.liability = 'equalShares' and max(q.share_fen) - min(q.share_fen) > 1 from obligation_parties q
          where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor')
        else exists (select from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.share_fen is not null) end) then
    raise exception 'shares' using errcode = '23514', constraint = 'agreements_shares_add_up';
  end if;
  return new;
end $$;

create function app.check_obligation_party() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare o record;
begin
  o := case when tg_op = 'DELETE' then old else new end;
  if (select a.status from obligations b join agreements a on a.county_id = b.county_id and a.id = b.agreement_id
      where b.county_id = o.county_id and b.id = o.obligation_id) <> 'draft' then
    raise exception 'frozen' using errcode = '23514', constraint = 'obligations_frozen_once_sent';
  end if;
  if app.is_agreed_to(o.county_id, (select b.agreement_id from obligations b where b.county_id = o.county_id and b.id = o.obligation_id)) then
    raise exception 'agreed to' using errcode = '23514', constraint = 'obligations_stay_as_agreed';
  end if;
  return o;
end $$;

-- Contests of a clause that have not ended: neither by a word of their own, nor because the entry was corrected.
create function app.open_contests(p_county uuid, p_obligation uuid) returns setof public.ledger_contests language sql stable as $$
  select k.* from public.ledger_contests k
  where k.county_id = p_county and k.obligation_id = p_obligation
    and not exists (select from public.ledger_contest_ends e where e.county_id = k.county_id and e.contest_id = k.id)
    and not exists (select from public.performances c where c.county_id = k.county_id and c.corrects_id = k.entry_id)
$$;

-- How many of them a proceeding has, of all its agreements.
create function app.contests_left(p_county uuid, p_proceeding uuid) returns bigint language sql stable as $$
  select count(*) from public.agreements a join public.obligations o on o.county_id = a.county_id and o.agreement_id = a.id
    cross join lateral app.open_contests(o.county_id, o.id) k where a.county_id = p_county and a.proceeding_id = p_proceeding
$$;

-- A contest is of an agreement in force, on the account of who owes the clause. What is denied is an entry of that account that
-- stands and says that something was done, no more than it says, by whoever is owed; what is claimed, is claimed by whoever owes.
create function app.check_contest() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_obligation obligations; v_entry performances;
begin
  select o.* into v_obligation from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
    where o.county_id = new.county_id and o.id = new.obligation_id and a.status in ('effective', 'replaced') for no key update of o;
  if not found or not exists (select from obligation_parties q where q.county_id = new.county_id and q.obligation_id = new.obligation_id
      and q.party_id = new.party_id and q.part = 'obligor') then
    raise exception 'account' using errcode = '23514', constraint = 'ledger_contests_on_account';
  end if;
  if (new.amount_fen is null) <> (v_obligation.amount_fen is null) then
    raise exception 'sum' using errcode = '23514', constraint = 'ledger_contests_amount_when_pay';
  end if;
  if new.means is null then
    raise exception 'how it was heard' using errcode = '23514', constraint = 'ledger_contests_say_how';
  end if;
  if new.kind = 'claimed' then
    if not app.stands_for(new.county_id, new.said_by_party_id, new.party_id) then
      raise exception 'obligor' using errcode = '23514', constraint = 'ledger_contests_claimed_by_obligor';
    end if;
    return new;
  end if;
  -- What is owed to nobody by name, such as work on a common wall, is denied by anybody but whoever did it.
  if not app.is_owed(new.county_id, new.obligation_id, new.said_by_party_id) and (new.said_by_party_id = new.party_id
      or exists (select from obligation_parties q where q.county_id = new.county_id and q.obligation_id = new.obligation_id and q.part = 'obligee')) then
    raise exception 'obligee' using errcode = '23514', constraint = 'ledger_contests_denied_by_obligee';
  end if;
  select f.* into v_entry from performances f where f.county_id = new.county_id and f.id = new.entry_id
    and (f.obligation_id, f.party_id) = (new.obligation_id, new.party_id) and f.kind in ('performed', 'overpaid', 'paidTwice')
    and not exists (select from performances c where c.county_id = f.county_id and c.corrects_id = f.id);
  if not found then
    raise exception 'stands' using errcode = '23514', constraint = 'ledger_contests_of_standing_entry';
  end if;
  if exists (select from app.open_contests(new.county_id, new.obligation_id) k where k.entry_id = new.entry_id) then
    raise exception 'once' using errcode = '23514', constraint = 'ledger_contests_once_open';
  end if;
  if new.amount_fen > v_entry.amount_fen then
    raise exception 'more than it says' using errcode = '23514', constraint = 'ledger_contests_up_to_entry';
  end if;
  return new;
end $$;

-- What was claimed and is confirmed has become an entry of its account, made since; no other end names one. It is taken back by
-- whoever said it, or stands in their place. An entry that was corrected has ended its contest already.
create function app.check_contest_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_contest ledger_contests;
begin
  select k.* into v_contest from ledger_contests k where k.county_id = new.county_id and k.id = new.contest_id;
  if (v_contest.kind = 'claimed' and new.kind = 'confirmed') <> (new.entry_id is not null)
    or new.entry_id is not null and not exists (select from performances f where f.county_id = new.county_id and f.id = new.entry_id
      and (f.obligation_id, f.party_id) = (v_contest.obligation_id, v_contest.party_id) and f.kind in ('performed', 'overpaid', 'paidTwice')
      and f.recorded_at >= v_contest.recorded_at
      and not exists (select from ledger_contest_ends e where e.county_id = f.county_id and e.dispute_id = new.dispute_id and e.entry_id = f.id)) then
    raise exception 'its entry' using errcode = '23514', constraint = 'ledger_contest_ends_name_entry';
  end if;
  if (new.kind = 'withdrawn') <> (new.means is not null)
    or (new.kind = 'withdrawn') <> coalesce(app.stands_for(new.county_id, new.said_by_party_id, v_contest.said_by_party_id), false) then
    raise exception 'who takes it back' using errcode = '23514', constraint = 'ledger_contest_ends_withdrawn_by_own';
  end if;
  if not exists (select from app.open_contests(new.county_id, v_contest.obligation_id) k where k.id = new.contest_id) then
    raise exception 'ended' using errcode = '23514', constraint = 'ledger_contest_ends_once';
  end if;
  return new;
end $$;

-- A file proves an entry of its own matter's ledger; a correction proves itself by the entry that it names.
create function app.check_proof() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from performances f where f.county_id = new.county_id and f.dispute_id = new.dispute_id and f.id = new.performance_id
      and f.kind <> 'correction') then
    raise exception 'of this ledger' using errcode = '23514', constraint = 'files_prove_own_ledger';
  end if;
  return new;
end $$;
