-- What is contested in the ledger of obligations, beside what the entries add up to.

-- Contests of a clause that have not ended: neither by a word of their own, nor because the entry was corrected.
create function app.open_contests(p_county uuid, p_obligation uuid) returns setof public.ledger_contests language sql stable as $$
  select k.* from public.ledger_contests k
  where k.county_id = p_county and k.obligation_id = p_obligation
    and not exists (select from public.ledger_contest_ends e where e.county_id = k.county_id and e.contest_id = k.id)
    and not exists (select from public.performances c where c.county_id = k.county_id and c.corrects_id = k.entry_id)
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

-- What was claimed and is confirmed has become an entry of its account, made since; no other end names one. An entry that was
-- corrected has ended its contest already.
create function app.check_contest_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_contest ledger_contests;
begin
  select k.* into v_contest from ledger_contests k where k.county_id = new.county_id and k.id = new.contest_id;
  if (v_contest.kind = 'claimed' and new.kind = 'confirmed') <> (new.entry_id is not null)
    or new.entry_id is not null and not exists (select from performances f where f.county_id = new.county_id and f.id = new.entry_id
      and (f.obligation_id, f.party_id) = (v_contest.obligation_id, v_contest.party_id) and f.kind in ('performed', 'overpaid', 'paidTwice')
      and f.recorded_at >= v_contest.recorded_at) then
    raise exception 'its entry' using errcode = '23514', constraint = 'ledger_contest_ends_name_entry';
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
