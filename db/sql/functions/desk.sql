-- A card stays in its lane and keeps its author and time; a private word is made public by writing it anew.
create function app.check_card() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.lane, new.side, new.session_id, new.dispute_id, new.author_id, new.written_at)
     is distinct from (old.lane, old.side, old.session_id, old.dispute_id, old.author_id, old.written_at) then
    raise exception 'lane' using errcode = '23514', constraint = 'desk_cards_stay_in_lane';
  end if;
  return new;
end $$;

-- A secret number. Once every side that was asked has answered, the number is decided and the answers are deleted: nobody
-- can learn who said what. Counts under the poll's row lock.
create function app.settle_poll() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_poll number_polls;
begin
  select * into v_poll from number_polls where county_id = new.county_id and id = new.poll_id for update;
  if v_poll.status <> 'open' then
    raise exception 'closed' using errcode = '23514', constraint = 'number_answers_while_open';
  end if;
  if not new.side = any (v_poll.sides) then
    raise exception 'side' using errcode = '23514', constraint = 'number_answers_by_asked_side';
  end if;
  if (select count(*) from number_answers where county_id = new.county_id and poll_id = new.poll_id) >= cardinality(v_poll.sides) then
    update number_polls set closed_at = app.now(), status = case when (select bool_and(accepts) from number_answers
        where county_id = new.county_id and poll_id = new.poll_id) then 'deal'::poll_status else 'noDeal'::poll_status end
      where county_id = new.county_id and id = new.poll_id;
    delete from number_answers where county_id = new.county_id and poll_id = new.poll_id;
  end if;
  return null;
end $$;

-- Only the answers decide a number; the product's logins cannot decide it by an update.
create function app.check_poll() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status <> 'open'
     or (new.dispute_id, new.session_id, new.question, new.amount_fen, new.sides) is distinct from
        (old.dispute_id, old.session_id, old.question, old.amount_fen, old.sides)
     or new.status in ('deal', 'noDeal') and not pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    raise exception 'decided' using errcode = '23514', constraint = 'number_polls_decided_by_answers';
  end if;
  return new;
end $$;

-- A number begins open: nobody can enter one that is decided already.
create function app.check_new_poll() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.status <> 'open' then
    raise exception 'open first' using errcode = '23514', constraint = 'number_polls_begin_open';
  end if;
  return new;
end $$;

-- A number that was dropped keeps no answers either.
create function app.wipe_answers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from number_answers where county_id = new.county_id and poll_id = new.id;
  return null;
end $$;

-- When a session ends, its numbers that are still open are dropped.
create function app.drop_open_polls() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update number_polls set status = 'cancelled', closed_at = app.now()
  where county_id = new.county_id and session_id = new.id and status = 'open';
  return null;
end $$;

-- How much of a dispute's storage is used, including lanes the actor may not see. Figures alone.
create function app.file_room(p_dispute uuid) returns table (files integer, bytes bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer, coalesce(sum(f.bytes), 0)::bigint from files f where f.county_id = (select app.proven_county()) and f.dispute_id = p_dispute
    and (app.is_system() or exists (select from dispute_access a where a.county_id = f.county_id and a.dispute_id = f.dispute_id
      and a.subject_id = any (app.subjects()) and a.relation <> 'invited'
      and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person()))))
$$;

-- Pictures that were filed before there were small copies, the newest first, for the system alone: it may read no row of any lane.
create function app.pictures_without_small(p_county uuid, p_most integer)
  returns table (id uuid, dispute_id uuid, proceeding_id uuid, mime text, sha256 text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return query select f.id, f.dispute_id, f.proceeding_id, f.mime, f.sha256 from files f
    where f.county_id = p_county and f.kind = 'photo' and f.small_sha256 is null order by f.added_at desc, f.id limit p_most;
end $$;

-- Names the small copy of one of them, once; gives whether it had none.
create function app.name_small(p_county uuid, p_file uuid, p_sha256 text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  update files f set small_sha256 = p_sha256 where f.county_id = p_county and f.id = p_file and f.kind = 'photo' and f.small_sha256 is null;
  return found;
end $$;
