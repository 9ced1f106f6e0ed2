-- Calendar entries follow the slots. A booking that is taken away stays as cancelled, so that subscribed calendars drop it.
create function app.keep_calendar() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_slot slots; v_now timestamptz := app.now();
begin
  if tg_op = 'DELETE' then
    update calendar_entries set status = 'cancelled', sequence = sequence + 1, changed_at = v_now
    where county_id = old.county_id and booking_id = coalesce(old.session_id, old.meeting_id) and resource_id = old.resource_id;
    return null;
  end if;
  v_slot := new;
  insert into calendar_entries as e (county_id, booking_id, resource_id, resource, is_meeting, room_id, status, starts_at, ends_at, sequence, changed_at)
  values (v_slot.county_id, coalesce(v_slot.session_id, v_slot.meeting_id), v_slot.resource_id, v_slot.resource, v_slot.meeting_id is not null,
    coalesce((select s.room_id from sessions s where s.county_id = v_slot.county_id and s.id = v_slot.session_id),
      (select m.room_id from town_hall_meetings m where m.county_id = v_slot.county_id and m.id = v_slot.meeting_id)),
    case when v_slot.held_until is null then 'confirmed'::entry_status else 'tentative' end,
    lower(v_slot.during), upper(v_slot.during), 0, v_now)
  on conflict (county_id, booking_id, resource_id) do update set room_id = excluded.room_id, status = excluded.status,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, sequence = e.sequence + 1, changed_at = v_now;
  return null;
end $$;

-- A room or contact point with another name or address is a changed entry of everything to come there: whoever has it in a
-- calendar sees the new place. By video nobody but the room itself is told where.
create function app.keep_calendar_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update calendar_entries e set sequence = e.sequence + 1, changed_at = app.now()
  from rooms r join slots t on t.county_id = r.county_id and t.resource = 'room' and t.resource_id = r.id and upper(t.during) > app.now()
  where r.county_id = new.county_id and case tg_argv[0] when 'room' then r.id else r.point_id end = new.id
    and e.county_id = t.county_id and e.booking_id = coalesce(t.session_id, t.meeting_id) and e.room_id = r.id and e.status <> 'cancelled'
    and (e.resource = 'room' or not exists (select from sessions s where s.county_id = e.county_id and s.id = e.booking_id and s.mode = 'video'));
  return null;
end $$;

-- Whoever subscribed to a room that closed goes on with the one that took its bookings, at the same address. What moved is a
-- changed entry to them, not one that begins anew.
create function app.follow_room() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update feed_tokens set resource_id = new.successor_id
    where county_id = new.county_id and resource = 'room' and resource_id = new.id and revoked_at is null;
  update calendar_entries e set sequence = o.sequence + 1 from calendar_entries o
    where o.county_id = new.county_id and o.resource_id = new.id and e.county_id = o.county_id and e.booking_id = o.booking_id
      and e.resource_id = new.successor_id and e.sequence <= o.sequence;
  return null;
end $$;

-- Whether the maker of a calendar address may have it now: in office, with an account that is open, in a role that has one
-- (server/access/policy.ts: feed.makeOwn and feed.makeRoom). An address of a room is no other: it is read with the rights
-- of whoever made it, and ends with them. Called by functions that have their owner's rights; it has none itself.
create function app.feed_is_live(p_feed feed_tokens) returns boolean
  language sql stable as $$
  select exists (
    select from people p join accounts a on a.county_id = p.county_id and a.person_id = p.id and a.disabled_at is null
    where p.county_id = p_feed.county_id and p.id = p_feed.created_by and p.disabled_at is null and p_feed.revoked_at is null
      and (p.role in ('mediator', 'committeeHead', 'officer', 'stationHead') or p_feed.resource = 'person' and p.role = 'expert'))
$$;

-- A feed ends with the account that made it, for good: whoever is given an account again makes a new address.
create function app.end_feeds() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_person uuid := case tg_table_name when 'people' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'person_id' end;
begin
  update feed_tokens f set revoked_at = app.now()
    where f.county_id = old.county_id and f.created_by = v_person and f.revoked_at is null and not app.feed_is_live(f);
  return null;
end $$;

-- Nobody makes an address they may not have, by whatever door.
create function app.check_feed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.revoked_at is null and not app.feed_is_live(new) then
    raise exception 'no feed' using errcode = '23514', constraint = 'feed_tokens_of_live_account';
  end if;
  return new;
end $$;

-- The entries of a feed by the hash of its token; notes that it was read. Nothing for a revoked or unknown token, nor for
-- one whose maker may not have it any more.
create function app.read_feed(p_hash text) returns table (county_id uuid, resource slot_resource, resource_id uuid, owner text, booking_id uuid,
    is_meeting boolean, is_video boolean, room text, point text, address text, status entry_status, starts_at timestamptz, ends_at timestamptz, sequence integer, changed_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare v_feed feed_tokens;
begin
  update feed_tokens f set read_at = app.now() where f.token_hash = p_hash and app.feed_is_live(f) returning f.* into v_feed;
  if v_feed.id is null then return; end if;
  return query
    select v_feed.county_id, v_feed.resource, v_feed.resource_id,
      coalesce((select p.name from people p where p.county_id = v_feed.county_id and p.id = v_feed.resource_id),
        (select r.name from rooms r where r.county_id = v_feed.county_id and r.id = v_feed.resource_id)),
      e.booking_id, e.is_meeting, coalesce(s.mode = 'video', false), r.name, c.name, c.address, e.status, e.starts_at, e.ends_at, e.sequence, e.changed_at
    from (select 1) one
    left join calendar_entries e on e.county_id = v_feed.county_id and e.resource_id = v_feed.resource_id and e.ends_at > app.now() - interval '1440 hours'
    -- By video whoever comes is told no room; the room's own calendar says that it is taken.
    left join sessions s on s.county_id = e.county_id and s.id = e.booking_id and e.resource = 'person'
    left join rooms r on r.county_id = e.county_id and r.id = e.room_id and s.mode is distinct from 'video'
    left join contact_points c on c.county_id = r.county_id and c.id = r.point_id
    order by e.starts_at, e.booking_id;
end $$;
