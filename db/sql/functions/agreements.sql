-- How many parties have yet to sign.
create function app.unsigned_parties(p_county uuid, p_agreement uuid, p_dispute uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from parties p where p.county_id = p_county and p.dispute_id = p_dispute and app.is_party(p)
    and not exists (select from signatures s where s.county_id = p_county and s.agreement_id = p_agreement and s.party_id = p.id)
$$;

-- The parties whose own hand or word stands where whoever may bind them had to sign or say yes, as is known now: it may come
-- out after the effect (民法典 19). Nobody acts for a suspect of a police case but a guardian, nor anybody for both sides.
create function app.unbinding_signers(p_county uuid, p_agreement uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'agreement', p_agreement);
  select p.id from agreements a
    join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id
    cross join lateral (
      select s.party_id, s.signed_by_link_id as link_id, app.day_of(s.signed_at) as day from signatures s where s.county_id = a.county_id and s.agreement_id = a.id
      union all
      select c.party_id, c.spoken_by_link_id, coalesce(c.happened_on, app.day_of(c.recorded_at)) from consents c
        where a.form = 'oral' and a.effective_at is not null and c.county_id = a.county_id and c.proceeding_id = a.proceeding_id and c.subject = 'agreement'
          and c.answer = 'agreed' and c.recorded_at >= a.drafted_at) said
    join parties p on p.county_id = a.county_id and p.id = said.party_id and app.is_party(p)
    left join party_links l on l.county_id = a.county_id and l.id = said.link_id
  where a.county_id = p_county and a.id = p_agreement
    and (app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, said.day) is distinct from coalesce(l.kind = 'guardian', false)
      or l.id is not null and app.is_opposed(p_county, l.id)
      or r.track = 'publicSecurity' and l.kind is not null and l.kind <> 'guardian'
        and not (p.kind = 'organisation' and l.kind = 'representative') and app.is_suspect(p_county, p.id))
$$;

-- How many signatures there are of that kind: no agreement takes effect by them. Authority that ended later is no matter: what was
-- signed before stands (民法典 19–22、168；程序规定 181).
create function app.unbinding_signatures(p_county uuid, p_agreement uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from app.unbinding_signers(p_county, p_agreement)
$$;

-- The day of the last signature on an agreement; null where nobody has signed.
create function app.signed_on(p_county uuid, p_agreement uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
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
  if new.signed_by_link_id is not null and exists (select from party_links l where l.county_id = new.county_id and l.id = new.signed_by_link_id
      and app.is_nickname(l.name)) then
    raise exception 'true name' using errcode = '23514', constraint = 'signatures_by_true_name';
  end if;
  if new.signer_kind = 'witness' and not app.was_present(new.county_id,
      (select a.proceeding_id from agreements a where a.county_id = new.county_id and a.id = new.agreement_id), new.person_id) then
    raise exception 'not there' using errcode = '23514', constraint = 'signatures_witness_present';
  end if;
  if new.request_id is not null and not exists (select from signing_requests q where q.county_id = new.county_id and q.id = new.request_id
      and q.agreement_id = new.agreement_id and q.signer_kind = new.signer_kind and q.party_id is not distinct from new.party_id
      and q.by_link_id is not distinct from new.signed_by_link_id and q.person_id is not distinct from new.person_id and q.refused_at is null) then
    raise exception 'whoever was asked' using errcode = '23514', constraint = 'signatures_by_whoever_was_asked';
  end if;
  if new.strokes is not null and app.day_of(new.signed_at) is distinct from app.day_of(app.now()) then
    raise exception 'drawn now' using errcode = '23514', constraint = 'signatures_drawn_now';
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

-- Somebody is asked to sign while a paper is out for signing; of what was asked nothing changes but that they refuse, once.
create function app.check_signing_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select status from agreements where county_id = new.county_id and id = new.agreement_id) <> 'signing' then
    raise exception 'not signing' using errcode = '23514', constraint = 'signing_requests_while_signing';
  end if;
  if tg_op = 'INSERT' and new.interpreter_id is not null and not exists (select from interpreters n where n.county_id = new.county_id
      and n.id = new.interpreter_id and n.agreement_id = new.agreement_id and n.ended_at is null) then
    raise exception 'named there' using errcode = '23514', constraint = 'signing_requests_of_named_interpreter';
  end if;
  if tg_op = 'INSERT' and new.refused_at is not null or tg_op = 'UPDATE' and (old.refused_at is not null
      or to_jsonb(new) - array['refused_at', 'refused_reason'] is distinct from to_jsonb(old) - array['refused_at', 'refused_reason']) then
    raise exception 'refused once' using errcode = '23514', constraint = 'signing_requests_refused_once';
  end if;
  if tg_op = 'UPDATE' and (exists (select from signatures s where s.county_id = new.county_id and s.request_id = new.id)
      or exists (select from interpreters n where n.county_id = new.county_id and n.id = new.interpreter_id and n.signed_at is not null)) then
    raise exception 'signed' using errcode = '23514', constraint = 'signing_requests_signed_or_refused';
  end if;
  return new;
end $$;

-- The heads who may put the committee's seal under what was agreed in a proceeding: those in office who neither lead it nor
-- signed it as its mediator. The one place that says so: the act, its button, its owner and the table ask here.
create function app.sealers_of(p_county uuid, p_proceeding uuid) returns table (id uuid, name text) language sql stable as $$
  select h.id, h.name from public.proceedings p
  join public.people h on h.county_id = p.county_id and h.committee_id = p.committee_id and h.role = 'committeeHead' and h.disabled_at is null
  where p.county_id = p_county and p.id = p_proceeding and h.id <> p.lead_person_id
    and not exists (select from public.agreements a join public.signatures s on s.county_id = a.county_id and s.agreement_id = a.id
      where a.county_id = p.county_id and a.proceeding_id = p.id and a.status = 'signing' and s.signer_kind = 'mediator' and s.person_id = h.id)
  order by h.id
$$;

-- The committee's seal comes last. The committee's head may mediate in another role of theirs: another one seals then (docs/adr/0029),
-- also where the lead went on to somebody else after the mediator's signature.
create function app.check_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.unsigned_parties(new.county_id, new.agreement_id, new.dispute_id) > 0 or not exists (
    select from signatures where county_id = new.county_id and agreement_id = new.agreement_id and signer_kind = 'mediator') then
    raise exception 'signatures first' using errcode = '23514', constraint = 'seals_after_signatures';
  end if;
  if not app.can_have_happened(new.sealed_at, app.signed_on(new.county_id, new.agreement_id)) then
    raise exception 'day' using errcode = '23514', constraint = 'seals_when_it_happened';
  end if;
  if not exists (select from agreements a cross join lateral app.sealers_of(a.county_id, a.proceeding_id) h
      where a.county_id = new.county_id and a.id = new.agreement_id and h.id = new.sealed_by) then
    raise exception 'by another' using errcode = '23514', constraint = 'seals_by_another';
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

-- Whether a person is named as people call them, by what they do or whose they are, or not at all, and not as their papers do:
-- 老王, 李哥, 张某, 王××, 陈经理, 小明的妈妈, 301住户, 不详. An ID number settles it. As in server/disputes/choices.ts.
create function app.is_nickname(p_name text) returns boolean language sql immutable as $$
  select char_length(p_name) < 2
    or p_name ~ '^[老小大阿].[头子哥姐弟妹儿]?$'
    or p_name ~ '^.[哥姐弟妹叔婶嫂伯姨舅爷奶父母总工]$'
    or p_name ~ '某|的|绰号|外号|小名|人称|化名'
    or p_name ~ '[一-龥][0-9×xX*＊○□?？]|[0-9][一-龥]'
    or p_name ~ '^(不详|不明|未知|无名|无名氏|佚名|待查|待定)$'
    or p_name ~ '(先生|女士|小姐|太太|师傅|老板|老板娘|大爷|大妈|大哥|大姐|大叔|大嫂|大婶|阿姨|奶奶|爷爷|爸爸|妈妈|父亲|母亲|妻子|丈夫|老公|老婆|儿子|女儿)$'
    or p_name ~ '(经理|老师|主任|队长|书记|会计|司机|工头|警官|律师|医生|大夫|护士|保安|店主|摊主|房东|房客|租客|租户|住户|业主|邻居|村民|居民)$'
    or p_name ~ '(当事人|甲方|乙方|丙方|等人|夫妇|夫妻|一家|全家|家属|家长|麻子|狗子|胖子|瘸子)$'
$$;

-- Who cannot be bound: somebody nobody knows, or knows only by what they are called, and whoever needs a guardian and has none,
-- known by name, who may sign for them (民法典 19–22).
create function app.unbound_parties(p_county uuid, p_dispute uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from parties p where p.county_id = p_county and p.dispute_id = p_dispute and app.is_party(p)
    and (p.kind = 'unidentified' or p.kind = 'person' and p.id_number_hash = '' and app.is_nickname(p.name) or app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, app.day_of(app.now())) and not exists (select from party_links l
      where l.county_id = p.county_id and l.party_id = p.id and l.kind = 'guardian' and l.may_sign and l.ended_at is null
        and not app.is_nickname(l.name) and not app.is_opposed(p_county, l.id)))
$$;

-- How many parties have not said yes to an oral agreement since it was drafted, themselves or by whoever may bind them
-- (人民调解法 30): the parties of the day on which it was reached. A yes to an earlier agreement is none to this one.
create function app.unasked_parties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_track public.track, p_since timestamptz, p_on date) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from app.parties_on(p_county, p_dispute, p_on) p (id) where not coalesce((
    select c.answer = 'agreed' and app.is_speaker(p_county, p.id, c.spoken_by_link_id, 'bind', p_track, null, p_on) from consents c
    where c.county_id = p_county and c.proceeding_id = p_proceeding and c.party_id = p.id and c.subject = 'agreement'
      and c.recorded_at >= p_since
    order by c.recorded_at desc, c.id desc limit 1), false)
$$;

-- A renegotiated agreement that takes effect puts the earlier one out of force: whatever of it is still open is said anew,
-- what was paid or done stays as it is. The paper says what had been paid, and holds only as long as that is so.
create function app.replace_agreement(p_county uuid, p_new public.agreements) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
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
    if exists (select from obligations o where o.county_id = new.county_id and o.agreement_id = new.id
        and not exists (select from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor')) then
      raise exception 'who owes it' using errcode = '23514', constraint = 'agreements_clauses_have_obligor';
    end if;
    if exists (select from obligations o join obligation_parties q on q.county_id = o.county_id and q.obligation_id = o.id
        where o.county_id = new.county_id and o.agreement_id = new.id and q.party_id not in (select app.parties_on(new.county_id, new.dispute_id,
          case when new.status = 'effective' then app.day_of(new.effective_at) end))) then
      raise exception 'of its day' using errcode = '23514', constraint = 'agreements_bind_parties_of_its_day';
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

-- Whether somebody has said yes to an oral agreement as it is drafted: from then on it says what they agreed to. A yes of the
-- instant in which another version was begun is one to the version before.
create function app.is_agreed_to(p_county uuid, p_agreement uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from agreements a join consents c on c.county_id = a.county_id and c.proceeding_id = a.proceeding_id
      and c.subject = 'agreement' and c.recorded_at >= a.drafted_at and (a.replaces_id is null or c.recorded_at > a.drafted_at)
    where a.county_id = p_county and a.id = p_agreement and a.status = 'draft')
$$;

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
