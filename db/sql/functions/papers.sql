-- Papers as they were sent to sign: their content, frozen with its hash.
-- What a renegotiated agreement says of the one it replaces: its number, its day, and what had been paid, given up or done of
-- each clause (民法典 543). Null where it replaces none.
create function app.replaced_part(p_county uuid, p_agreement uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('id', e.id, 'number', e.number, 'effectiveAt', e.effective_at,
    'clauses', (select jsonb_agg(jsonb_build_object('ordinal', o.ordinal, 'kind', o.kind, 'amountFen', o.amount_fen, 'isPerformed', o.performed_at is not null,
        'paidFen', (select coalesce(sum(l.paid_fen), 0) from app.ledger_accounts(o.county_id, o.id) l),
        'waivedFen', (select coalesce(sum(l.waived_fen), 0) from app.ledger_accounts(o.county_id, o.id) l),
        'done', (select count(*) from app.ledger_accounts(o.county_id, o.id) l where l.is_done or l.is_waived)) order by o.ordinal)
      from public.obligations o where o.county_id = e.county_id and o.agreement_id = e.id))
  from public.agreements e where e.county_id = p_county and e.id = p_agreement
$$;

-- The paper as it stands: everything that a signature or seal is put under. Names as they are, so that nothing but
-- app.readable_papers gives it to anybody.
create function app.paper_content(p_county uuid, p_agreement uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('number', a.number, 'form', a.form, 'facts', a.facts, 'track', pr.track,
    'committee', c.name, 'mediator', m.name, 'police', app.police_content(a.county_id, a.id),
    'assistant', (select x.name from people x where x.county_id = pr.county_id and x.id = pr.assistant_id),
    'parties', (select jsonb_agg(jsonb_build_object('id', p.id, 'side', p.side, 'name', p.name, 'kind', p.kind, 'standing', p.standing,
        'isMinor', p.is_minor, 'sex', p.sex, 'born', app.born_words(p), 'ethnicity', p.ethnicity, 'occupation', p.occupation,
        'creditCode', p.credit_code, 'legalRepresentative', p.legal_representative, 'needsGuardian', app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, app.day_of(app.now())), 'links', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'name', l.name,
          'maySign', l.may_sign) order by l.id), '[]') from party_links l where l.county_id = p.county_id and l.party_id = p.id and l.ended_at is null)) order by p.position)
      from parties p where p.county_id = a.county_id and p.dispute_id = a.dispute_id and app.is_party(p)),
    'clauses', (select jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'text', o.text, 'amountFen', o.amount_fen, 'dueOn', o.due_on, 'dueAfterDays', o.due_after_days,
        'liability', o.liability, 'proof', o.proof, 'way', o.way, 'place', o.place, 'condition', o.condition, 'consequence', o.consequence, 'verifierName', (select v.name from people v where v.county_id = o.county_id and v.id = o.verifier_id),
        'parties', (select jsonb_agg(jsonb_build_object('id', q.party_id, 'part', q.part, 'shareFen', q.share_fen) order by q.part, q.party_id)
          from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id)) order by o.ordinal)
      from obligations o where o.county_id = a.county_id and o.agreement_id = a.id))
    || case when a.replaces_id is null then '{}' else jsonb_build_object('replaces', app.replaced_part(a.county_id, a.replaces_id)) end
    || app.interpreters_content(a.county_id, a.id)
  from agreements a join proceedings pr on pr.county_id = a.county_id and pr.id = a.proceeding_id
    join disputes d on d.county_id = a.county_id and d.id = a.dispute_id
    join committees c on c.county_id = a.county_id and c.id = d.committee_id
    join people m on m.county_id = a.county_id and m.id = pr.lead_person_id
  where a.county_id = p_county and a.id = p_agreement
$$;

-- Keeps beside a paper the ID number and address of each of its parties as they are now: encrypted for the party's own row, so
-- that they can be copied without a key.
create function app.keep_particulars(p_county uuid, p_agreement uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into paper_particulars (county_id, id, dispute_id, agreement_id, party_id, id_number, address)
    select p.county_id, gen_random_uuid(), p.dispute_id, k.agreement_id, p.id, p.id_number, p.address
    from agreement_papers k cross join lateral jsonb_array_elements(k.content::jsonb -> 'parties') e
      join parties p on p.county_id = k.county_id and p.dispute_id = k.dispute_id and p.id = (e ->> 'id')::uuid
    where k.county_id = p_county and k.agreement_id = p_agreement
$$;

-- They stay as the paper has them; whoever owns the database may encrypt them with another key.
create function app.check_particulars() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or app.is_product()
    or to_jsonb(new) - array['id_number', 'address'] is distinct from to_jsonb(old) - array['id_number', 'address'] then
    raise exception 'append only' using errcode = '23001', constraint = 'paper_particulars_append_only', table = tg_table_name;
  end if;
  return new;
end $$;

-- Keeps the paper the moment it is sent to be signed, whoever sends it.
create function app.freeze_paper() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into agreement_papers (county_id, agreement_id, dispute_id, content, frozen_at)
    values (new.county_id, new.id, new.dispute_id, app.paper_content(new.county_id, new.id)::text, app.now());
  perform app.keep_particulars(new.county_id, new.id);
  return null;
end $$;

-- The same for what was settled on the spot and stands on a recording alone (程序规定 178).
create function app.keep_recorded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into agreement_papers (county_id, agreement_id, dispute_id, content, frozen_at)
    select new.county_id, new.id, new.dispute_id, app.paper_content(new.county_id, new.id)::text, app.now()
    where exists (select from on_spot_forms s where s.county_id = new.county_id and s.agreement_id = new.id);
  perform app.keep_particulars(new.county_id, new.id);
  return null;
end $$;

-- The same for papers that were sent before papers were kept: their words as they stand at the upgrade. Called by migrate.
create function app.freeze_existing() returns void language sql set search_path = public, pg_temp as $$
  insert into agreement_papers (county_id, agreement_id, dispute_id, content, frozen_at)
  select a.county_id, a.id, a.dispute_id, app.paper_content(a.county_id, a.id)::text, app.now() from agreements a
  where a.sent_to_sign_at is not null
    and not exists (select from agreement_papers k where k.county_id = a.county_id and k.agreement_id = a.id);
  select app.keep_particulars(k.county_id, k.agreement_id) from agreement_papers k
  where not exists (select from paper_particulars s where s.county_id = k.county_id and s.agreement_id = k.agreement_id)
$$;

-- What is kept as sealed was sealed, at that moment.
create function app.check_sealed_paper() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from seals s where s.county_id = new.county_id and s.agreement_id = new.agreement_id and s.sealed_at = new.sealed_at) then
    raise exception 'not sealed' using errcode = '23514', constraint = 'sealed_papers_after_seal';
  end if;
  return new;
end $$;

-- The sealed paper with this code, or with this hash, for anybody who holds it: whose seal it is and when, nothing of the matter.
create function app.sealed_paper_by(p_code text, p_sha256 text) returns table (county_id uuid, code text, committee_name text,
    pdf_sha256 text, bytes int, sealed_at timestamptz, signed_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.county_id, k.code, k.committee_name, k.pdf_sha256, k.bytes, k.sealed_at, k.signed_at from sealed_papers k
  where k.code = p_code or k.pdf_sha256 = p_sha256 order by k.pdf_sha256 = p_sha256 desc nulls last limit 1
$$;

-- Archived dossiers of people's mediation that the actor's committee, or one whose work it goes on with, still has: each that they
-- may read. A committee may read what it archived, so that only matters which a restriction or a tie may close to them are asked
-- for their right one by one; row by row that is four pages for every dossier of the committee's life.
create function app.kept_dossiers(p_county uuid) returns table (proceeding_id uuid, archived_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_committees uuid[]; v_perhaps_closed uuid[];
begin
  perform app.require_county(p_county);
  if not app.is_office() then return; end if;
  v_committees := array(select c.id from committees c where c.county_id = p_county
    and (c.id = any (app.subjects()) or app.heir_of(c.county_id, c.successor_id) = any (app.subjects())));
  v_perhaps_closed := app.closed_to_me()
    || array(select r.dispute_id from dispute_restrictions r where r.county_id = p_county and r.released_at is null);
  return query select p.id, p.archived_at from proceedings p
    where p.county_id = p_county and p.committee_id = any (v_committees) and p.track = 'peoples' and p.archived_at is not null
      and p.id not in (select x.proceeding_id from deposits l join deposited_dossiers x on x.county_id = l.county_id and x.deposit_id = l.id
        where l.county_id = p_county and l.committee_id = any (v_committees))
      and (p.dispute_id <> all (v_perhaps_closed) or exists (select from app.own_rights a
        where a.county_id = p.county_id and a.dispute_id = p.dispute_id and a.proceeding_id = p.id offset 0));
end $$;

-- How many dossiers a list names: as its paper says, also those of matters that were closed to whoever asks since.
create function app.dossiers_on(p_county uuid, p_deposit uuid) returns int
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return (select count(*) from deposited_dossiers x where x.county_id = p_county and x.deposit_id = p_deposit);
end $$;

-- What was given is given on a day that was; a list stays as it was made, and is drawn once.
create function app.check_deposit() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.deposited_on > app.day_of(app.now()) then
      raise exception 'to come' using errcode = '23514', constraint = 'deposits_happened';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.pdf_sha256 is not null
    or to_jsonb(new) - '{pdf_sha256,word_sha256}'::text[] <> to_jsonb(old) - '{pdf_sha256,word_sha256}'::text[] then
    raise exception 'append only' using errcode = '23001', constraint = 'deposits_append_only', table = tg_table_name;
  end if;
  return new;
end $$;

-- Dossiers of people's mediation that are archived, on the list of the committee that keeps them, from the act that made it.
create function app.check_deposited_dossier() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from deposits d join proceedings p on p.county_id = d.county_id and p.id = new.proceeding_id
      join committees c on c.county_id = p.county_id and c.id = p.committee_id
      where d.county_id = new.county_id and d.id = new.deposit_id and d.deposited_at = app.now()::timestamptz(3) and p.track = 'peoples'
        and app.day_of(p.archived_at) <= d.deposited_on
        and (c.id = d.committee_id or app.heir_of(c.county_id, c.successor_id) = d.committee_id)) then
    raise exception 'not archived there' using errcode = '23514', constraint = 'deposited_dossiers_archived';
  end if;
  return new;
end $$;

-- A month's subsidies are handed over once the month is over, on a day that was, and month after month: what changes later has
-- a sheet to stand on.
create function app.check_subsidy_sheet() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_last date;
begin
  if new.handed_on > app.day_of(app.now()) or app.month_of(new.handed_on::timestamp at time zone 'Asia/Shanghai') <= new.month then
    raise exception 'day' using errcode = '23514', constraint = 'subsidy_sheets_month_over';
  end if;
  select max(s.month) into v_last from subsidy_sheets s where s.county_id = new.county_id and s.committee_id = new.committee_id;
  -- The same month once more is refused by its own name.
  if v_last is not null and new.month <> v_last and new.month <> app.month_of((v_last + 31)::timestamp at time zone 'Asia/Shanghai') then
    raise exception 'month after month' using errcode = '23514', constraint = 'subsidy_sheets_in_order';
  end if;
  return new;
end $$;
