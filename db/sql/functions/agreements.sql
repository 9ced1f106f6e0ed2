-- How many parties have yet to sign.
create function app.unsigned_parties(p_county uuid, p_agreement uuid, p_dispute uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select count(*) from parties p where p.county_id = p_county and p.dispute_id = p_dispute and app.is_party(p)
    and not exists (select from signatures s where s.county_id = p_county and s.agreement_id = p_agreement and s.party_id = p.id)
$$;

-- How many parties' signatures were given by somebody who, as is known now, could not bind them: a minor found out to be one
-- after they signed, or their guardian found to stand on the other side; a suspect's agent (民法典 19–22、168；程序规定 181).
-- Authority that ended later is no matter: what was signed before stands.
create function app.unbinding_signatures(p_county uuid, p_agreement uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select count(*) from signatures s join parties p on p.county_id = s.county_id and p.id = s.party_id and app.is_party(p)
    join agreements a on a.county_id = s.county_id and a.id = s.agreement_id
    join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id
    left join party_links l on l.county_id = s.county_id and l.id = s.signed_by_link_id
  where s.county_id = p_county and s.agreement_id = p_agreement
    and (app.needs_guardian(p.is_minor, p.own_wages_reason, p.lacks_capacity) is distinct from coalesce(l.kind = 'guardian', false)
      or l.kind = 'guardian' and app.is_opposed(p_county, l.id)
      or r.track = 'publicSecurity' and l.kind is not null and l.kind <> 'guardian'
        and not (p.kind = 'organisation' and l.kind = 'representative') and app.is_suspect(p_county, p.id))
$$;

-- The day of the last signature on an agreement; null where nobody has signed.
create function app.signed_on(p_county uuid, p_agreement uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select max(app.day_of(s.signed_at)) from signatures s where s.county_id = p_county and s.agreement_id = p_agreement
$$;

-- The first day on which an agreement can have been signed or reached: of its proceeding, or of the agreement it replaces.
create function app.possible_from(p_county uuid, p_agreement uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'agreement', p_agreement);
  select coalesce((select app.day_of(e.effective_at) from agreements e where e.county_id = a.county_id and e.id = a.replaces_id),
    app.began_on(a.county_id, a.proceeding_id)) from agreements a where a.county_id = p_county and a.id = p_agreement
$$;

-- Signatures come in order: only while signing, and the mediator, who is the lead, after every party. A witness was there.
create function app.check_signature() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_earliest date;
begin
  if (select status from agreements where county_id = new.county_id and id = new.agreement_id) <> 'signing' then
    raise exception 'not signing' using errcode = '23514', constraint = 'signatures_while_signing';
  end if;
  if new.signer_kind = 'mediator' and app.unsigned_parties(new.county_id, new.agreement_id, new.dispute_id) > 0 then
    raise exception 'parties first' using errcode = '23514', constraint = 'signatures_mediator_after_parties';
  end if;
  if new.signer_kind = 'mediator' and app.unsigned_interpreters(new.county_id, new.agreement_id) > 0 then
    raise exception 'interpreters first' using errcode = '23514', constraint = 'signatures_mediator_after_interpreters';
  end if;
  if new.signer_kind = 'mediator' and not exists (select from agreements a join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id
      where a.county_id = new.county_id and a.id = new.agreement_id and r.lead_person_id = new.person_id) then
    raise exception 'the lead' using errcode = '23514', constraint = 'signatures_mediator_leads';
  end if;
  if new.signer_kind = 'witness' and not app.was_present(new.county_id,
      (select a.proceeding_id from agreements a where a.county_id = new.county_id and a.id = new.agreement_id), new.person_id) then
    raise exception 'not there' using errcode = '23514', constraint = 'signatures_witness_present';
  end if;
  v_earliest := case when new.signer_kind = 'mediator' then app.signed_on(new.county_id, new.agreement_id)
    else app.possible_from(new.county_id, new.agreement_id) end;
  if not app.can_have_happened(new.signed_at, v_earliest) then
    raise exception 'day' using errcode = '23514', constraint = 'signatures_when_it_happened';
  end if;
  -- Whoever is renamed later signed under the name they had.
  new.signer_name := coalesce((select p.name from people p where p.county_id = new.county_id and p.id = new.person_id), '');
  return new;
end $$;

-- The committee's seal comes last.
create function app.check_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.unsigned_parties(new.county_id, new.agreement_id, new.dispute_id) > 0 or not exists (
    select from signatures where county_id = new.county_id and agreement_id = new.agreement_id and signer_kind = 'mediator') then
    raise exception 'signatures first' using errcode = '23514', constraint = 'seals_after_signatures';
  end if;
  if not app.can_have_happened(new.sealed_at, app.signed_on(new.county_id, new.agreement_id)) then
    raise exception 'day' using errcode = '23514', constraint = 'seals_when_it_happened';
  end if;
  new.sealer_name := (select p.name from people p where p.county_id = new.county_id and p.id = new.sealed_by);
  return new;
end $$;

-- An agreement begins as a draft: neither signing nor effect comes without what they need. While another one is in force it
-- is the renegotiated version of that one, and says so.
create function app.check_new_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'draft' or new.number is not null then
    raise exception 'a draft first' using errcode = '23514', constraint = 'agreements_begin_as_draft';
  end if;
  if new.replaces_id is distinct from (select a.id from agreements a where a.county_id = new.county_id and a.proceeding_id = new.proceeding_id
      and a.status = 'effective') then
    raise exception 'of the one in force' using errcode = '23514', constraint = 'agreements_replace_one_in_force';
  end if;
  return new;
end $$;

-- Whether a person is named as people call them, and not as their papers do: 老王, 小李, 张某, 王师傅. An ID number settles it.
-- As in server/disputes/choices.ts.
create function app.is_nickname(p_name text) returns boolean language sql immutable as $$
  select char_length(p_name) < 2 or p_name ~ '^[老小大阿].$' or p_name ~ '某'
    or p_name ~ '(先生|女士|小姐|师傅|老板|大爷|大妈|大哥|大姐|大叔|阿姨|奶奶|爷爷)$'
$$;

-- Who cannot be bound: somebody nobody knows, or knows only by what they are called, and whoever needs a guardian and has none who may sign for them (民法典 19–22).
create function app.unbound_parties(p_county uuid, p_dispute uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select count(*) from parties p where p.county_id = p_county and p.dispute_id = p_dispute and app.is_party(p)
    and (p.kind = 'unidentified' or p.kind = 'person' and p.id_number_hash = '' and app.is_nickname(p.name) or app.needs_guardian(p.is_minor, p.own_wages_reason, p.lacks_capacity) and not exists (select from party_links l
      where l.county_id = p.county_id and l.party_id = p.id and l.kind = 'guardian' and l.may_sign and not app.is_opposed(p_county, l.id)))
$$;

-- How many parties have not said yes to an oral agreement since it was drafted, themselves or by whoever may bind them
-- (人民调解法 30): the parties of the day on which it was reached. A yes to an earlier agreement is none to this one.
create function app.unasked_parties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_track public.track, p_since timestamptz, p_on date) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select count(*) from app.parties_on(p_county, p_dispute, p_on) p (id) where not coalesce((
    select c.answer = 'agreed' and app.may_speak(p_county, p.id, c.spoken_by_link_id, 'bind', p_track, null, p_on) from consents c
    where c.county_id = p_county and c.proceeding_id = p_proceeding and c.party_id = p.id and c.subject = 'agreement'
      and c.recorded_at >= p_since
    order by c.recorded_at desc, c.id desc limit 1), false)
$$;

-- A renegotiated agreement that takes effect puts the earlier one out of force: whatever of it is still open is said anew,
-- what was paid or done stays as it is. The paper says what had been paid, and holds only as long as that is so.
create function app.replace_agreement(p_county uuid, p_new public.agreements) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  perform from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
    where a.county_id = p_county and a.proceeding_id = p_new.proceeding_id and a.effective_at is not null for no key update of o;
  if not exists (select from app.open_obligations(p_county, p_new.proceeding_id)) then
    raise exception 'nothing open' using errcode = '23514', constraint = 'agreements_replace_what_is_open';
  end if;
  if p_new.form = 'written' and (select k.content::jsonb -> 'replaces' from agreement_papers k
      where k.county_id = p_county and k.agreement_id = p_new.id) is distinct from app.replaced_part(p_county, p_new.replaces_id) then
    raise exception 'as the paper says' using errcode = '23514', constraint = 'agreements_replace_as_paper_says';
  end if;
  update obligations o set superseded_at = p_new.effective_at, version = o.version + 1
    where o.county_id = p_county and o.id in (select id from app.open_obligations(p_county, p_new.proceeding_id));
  update agreements a set status = 'replaced' where a.county_id = p_county and a.id = p_new.replaces_id;
end $$;

-- Clauses of a proceeding that are still owed: of the agreement in force, and of an earlier one where what had settled a
-- clause turned out to be wrong after it was replaced.
create function app.open_obligations(p_county uuid, p_proceeding uuid) returns setof public.obligations
  language sql stable as $$
  select o.* from public.agreements a join public.obligations o on o.county_id = a.county_id and o.agreement_id = a.id
  where a.county_id = p_county and a.proceeding_id = p_proceeding and a.status in ('effective', 'replaced')
    and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0
$$;

-- Frozen once it was sent to be signed; in force only with every signature and the seal (People's Mediation Law, Art. 29).
create function app.check_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track;
begin
  if old.status = 'effective' and new.status = 'replaced' and pg_trigger_depth() > 1
    and to_jsonb(new) - 'status' - 'version' = to_jsonb(old) - 'status' - 'version' then return new; end if;
  if new.status = 'replaced' then
    raise exception 'by another' using errcode = '23514', constraint = 'agreements_replaced_by_another';
  end if;
  if new.replaces_id is distinct from old.replaces_id or old.status <> 'draft' and (new.facts, new.form, new.proceeding_id) is distinct from (old.facts, old.form, old.proceeding_id)
     or old.number is not null and new.number is distinct from old.number or old.status in ('effective', 'withdrawn', 'replaced') then
    raise exception 'frozen' using errcode = '23514', constraint = 'agreements_frozen_once_sent';
  end if;
  if new.status in ('signing', 'effective') and old.status = 'draft' then
    if not exists (select from obligations o where o.county_id = new.county_id and o.agreement_id = new.id) then
      raise exception 'a clause first' using errcode = '23514', constraint = 'agreements_need_clause';
    end if;
    if app.unbound_parties(new.county_id, new.dispute_id) > 0 then
      raise exception 'known parties' using errcode = '23514', constraint = 'agreements_bind_known_parties';
    end if;
  end if;
  select track into v_track from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if new.status = 'effective' and new.form = 'written' then
    if app.unsigned_parties(new.county_id, new.id, new.dispute_id) > 0 or not exists (
      select from signatures where county_id = new.county_id and agreement_id = new.id and signer_kind = 'mediator') then
      raise exception 'signatures' using errcode = '23514', constraint = 'agreements_effect_needs_signatures';
    end if;
    if app.unbinding_signatures(new.county_id, new.id) > 0 then
      raise exception 'who may bind' using errcode = '23514', constraint = 'agreements_effect_by_who_may_bind';
    end if;
    if v_track = 'peoples' and not exists (select from seals where county_id = new.county_id and agreement_id = new.id) then
      raise exception 'seal' using errcode = '23514', constraint = 'agreements_effect_needs_seal';
    end if;
  end if;
  if new.status = 'effective' and not app.can_have_happened(new.effective_at, coalesce(
      (select app.day_of(s.sealed_at) from seals s where s.county_id = new.county_id and s.agreement_id = new.id),
      app.signed_on(new.county_id, new.id), app.possible_from(new.county_id, new.id))) then
    raise exception 'day' using errcode = '23514', constraint = 'agreements_effect_when_it_happened';
  end if;
  if new.status = 'effective' and new.replaces_id is not null then perform app.replace_agreement(new.county_id, new); end if;
  return new;
end $$;

-- Obligations are frozen with their agreement. Whether one is performed, or its rest waived, is what its ledger says: a draft
-- has none, and nobody writes anything else.
create function app.check_obligation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_status agreement_status; o record;
begin
  o := case when tg_op = 'DELETE' then old else new end;
  select status into v_status from agreements where county_id = o.county_id and id = o.agreement_id;
  if v_status <> 'draft' and (tg_op <> 'UPDATE' or
     (new.kind, new.text, new.amount_fen, new.due_after_days, new.proof, new.verifier_id, new.liability, new.agreement_id, new.ordinal)
       is distinct from (old.kind, old.text, old.amount_fen, old.due_after_days, old.proof, old.verifier_id, old.liability, old.agreement_id, old.ordinal)
     or new.due_on is distinct from old.due_on and (new.due_on is null
       or new.due_on is distinct from app.due_by_effect(new.county_id, new.agreement_id, new.due_after_days))) then
    raise exception 'frozen' using errcode = '23514', constraint = 'obligations_frozen_once_sent';
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
  select app.require_county(p_county);
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
  return o;
end $$;

-- An oral agreement is in force once every party has said yes. What the police settle on the spot without a paper is in their
-- recording (app.check_police_agreement).
create function app.check_oral_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track := (select track from proceedings where county_id = new.county_id and id = new.proceeding_id);
begin
  if app.unasked_parties(new.county_id, new.proceeding_id, new.dispute_id, v_track, new.drafted_at,
      app.day_of(new.effective_at)) > 0 then
    raise exception 'every yes' using errcode = '23514', constraint = 'agreements_oral_needs_every_yes';
  end if;
  return new;
end $$;
