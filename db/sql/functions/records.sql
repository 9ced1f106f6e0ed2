-- The hash chain. Each field on a line of its own and the payload last, so that any program can recompute it.
create function app.append_event(p_county uuid, p_chain uuid, p_dispute uuid, p_proceeding uuid, p_actor uuid, p_kind actor_kind,
  p_action text, p_at_us bigint, p_payload text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_seq bigint; v_prev text; v_hash text; v_content text;
begin
  perform app.require_county(p_county);
  insert into event_heads (county_id, chain, seq, hash) values (p_county, p_chain, 0, repeat('0', 64)) on conflict do nothing;
  select seq + 1, hash into v_seq, v_prev from event_heads where county_id = p_county and chain = p_chain for update;
  -- The digests of what this transaction wrote (db/sql/functions/content.sql): of this chain, and those that wait at the county's
  -- for whichever event comes first. An act that wrote nothing has the first form.
  update content_digests set seq = v_seq, chain = p_chain
    where county_id = p_county and chain in (p_chain, p_county) and seq is null and xact = pg_current_xact_id()::text::bigint;
  if found then
    select encode(sha256(convert_to(string_agg(concat_ws(' ', subject, key, version, digest), chr(10) order by id), 'UTF8')), 'hex')
      into v_content from content_digests where county_id = p_county and chain = p_chain and seq = v_seq;
  end if;
  v_hash := encode(sha256(convert_to(concat_ws(chr(10), v_prev, case when v_content is null then 'v1' else 'v2' end, p_chain, v_seq,
    p_at_us, p_kind, coalesce(p_actor::text, '-'), p_action, coalesce(p_dispute::text, '-'), coalesce(p_proceeding::text, '-'),
    v_content, p_payload), 'UTF8')), 'hex');
  insert into events (county_id, chain, seq, dispute_id, proceeding_id, actor_id, actor_kind, action, at_us, payload, content, prev, hash)
    values (p_county, p_chain, v_seq, p_dispute, p_proceeding, p_actor, p_kind, p_action, p_at_us, p_payload, v_content, v_prev, v_hash);
  update event_heads set seq = v_seq, hash = v_hash where county_id = p_county and chain = p_chain;
  return v_seq;
end $$;

-- Who reads an event beside whoever acted, where not everybody does who reads its proceeding: the rows it is about are shown to
-- fewer (server/access/event-readers.ts says the same).
create function app.event_readers(p_action text) returns text language sql immutable parallel safe as $$
  select case
    when p_action in ('party.recordExit', 'party.withdrawExit', 'party.addHeir', 'party.answerHeir', 'party.endLink', 'dispute.correct') then 'staff'
    when p_action in ('tie.record', 'tie.remove', 'tie.waive', 'tie.disclose', 'tie.recuse', 'invitation.disclose', 'invitation.delegate',
      'leadRequest.record', 'leadRequest.decide', 'leadRequest.tell', 'instruction.give', 'instruction.answer',
      'instruction.pass', 'instruction.withdraw', 'interpreter.need', 'access.request',
      'access.decide') then 'heads'
    when p_action in ('gate.answer', 'gate.takeOver', 'gate.recordStep', 'gate.handOver', 'harm.report', 'risk.raise',
      'dispute.assessRisk', 'assignment.give', 'assignment.answer', 'assignment.prove', 'assignment.settle', 'lead.set', 'party.reveal', 'restriction.set', 'restriction.release', 'window.ask',
      'window.askEmergency', 'window.decide', 'window.confirm', 'window.end', 'window.review', 'window.read') then 'office'
    when p_action in ('violation.find', 'case.describe', 'guardian.summon', 'onSpot.settle', 'settlement.apply',
      'settlement.decide') then 'police'
  end
$$;

-- Refuses every change, under the name given by the trigger; for tables whose rows are never changed or deleted.
create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append only' using errcode = '23001', constraint = tg_argv[0], table = tg_table_name;
end $$;

-- A row that waits for its result is settled once, and never removed.
create function app.refuse_once_settled() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'asked' then
    raise exception 'append only' using errcode = '23001', constraint = tg_argv[0], table = tg_table_name;
  end if;
  return new;
end $$;

-- A number of a gapless series follows the one before it, or the last that was given on paper.
create function app.check_counter() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.value <> greatest(case tg_op when 'UPDATE' then old.value else 0 end, app.number_start(new.county_id, new.scope, new.kind, new.year)) + 1 then
    raise exception 'not the next number' using errcode = '23514', constraint = 'counters_count_by_one';
  end if;
  return new;
end $$;

-- Through the product's logins an event is written by app.append_event alone, which nobody can tell a hash. Here it is made
-- sure that it names whoever acts and the time of the act, that only the system acts as the system, and that it follows
-- the head of its chain.
create function app.check_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.is_product() and (
     case new.actor_kind when 'person' then new.actor_id is distinct from app.person()
       else new.actor_id is not null or not pg_has_role(session_user, 'zhongtiao_system', 'usage') end
     or new.at_us is distinct from (extract(epoch from app.now()) * 1000000)::bigint
     or not exists (select from event_heads h where h.county_id = new.county_id and h.chain = new.chain
       and h.seq = new.seq - 1 and h.hash = new.prev)) then
    raise exception 'another actor, time or place in the chain' using errcode = '23514', constraint = 'events_as_acted';
  end if;
  if app.is_product() and new.actor_kind = 'person' and new.dispute_id is not null
     and split_part(new.action, '.', 1) not in ('audit', 'window', 'restriction', 'access')
     and new.action not in ('note.read', 'file.read', 'opinion.read', 'party.reveal')
     and app.only_reads(new.county_id, new.dispute_id) then
    raise exception 'a reading window lets nobody act' using errcode = '23514', constraint = 'events_window_only_reads';
  end if;
  return new;
end $$;

-- The heads of a county's chains, and what was there before the chain covered content (as "before"), for the signed
-- checkpoints outside the database. Ids and hashes alone.
create function app.chain_heads(p_county uuid) returns table (chain text, seq bigint, hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select h.chain::text, h.seq, h.hash from event_heads h where h.county_id = p_county
  union all select 'before', b.digests, b.hash from content_before b where b.county_id = p_county
$$;

-- Whatever changes a row that two people may edit raises its version, so that nobody writes over what they have not seen.
create function app.raise_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

-- Whether a text gives a reason, as `saysSomething` in server/kernel/words.ts decides: a Chinese character says as much as
-- two letters, signs and digits say nothing, and neither does one letter repeated. Ranges instead of classes: what a class
-- holds depends on the locale of the cluster.
create function app.says_something(p_text text) returns boolean language sql immutable parallel safe as $$
  select coalesce(sum(case when letter ~ '[々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]' then 2 else 1 end), 0) >= 3
    and count(distinct letter) > 1
  from regexp_split_to_table(lower(p_text), '') letter
  where letter ~ '[a-zªµº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff々〇\u3041-\ua4cf\ua500-\ud7ff\uf900-\ufb4f\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00020000-\U000323af]'
$$;

-- A column that says why holds a reason: empty where there is none, unless it is needed. Only what is written or changed is
-- looked at, so that rows from before the rule can still be changed elsewhere. Arguments: the column, and 'needed'.
create function app.check_reason() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  v_new text := to_jsonb(new) ->> tg_argv[0];
begin
  if tg_op = 'UPDATE' and v_new is not distinct from to_jsonb(old) ->> tg_argv[0] then return new; end if;
  if v_new is null or (v_new = '' and tg_nargs = 1) or app.says_something(v_new) then return new; end if;
  raise exception 'no reason' using errcode = '23514', constraint = 'reasons_say_something', table = tg_table_name, column = tg_argv[0];
end $$;
