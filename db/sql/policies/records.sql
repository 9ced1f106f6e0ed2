-- Only app.append_event reads the heads of the chains.
alter table event_heads enable row level security, force row level security;
create policy owner_all on event_heads to current_user using (true) with check (true);

-- Written by triggers and app.append_event, read by `npm run verify`: a digest must not help anybody to guess a text.
alter table content_digests enable row level security, force row level security;
create policy owner_all on content_digests to current_user using (true) with check (true);
alter table content_before enable row level security, force row level security;
create policy owner_all on content_before to current_user using (true) with check (true);

alter table events enable row level security, force row level security;
create policy owner_all on events to current_user using (true) with check (true);
-- The fact that something was said in confidence is confidential too: a note or file of a private lane (their events
-- name the lane only where everybody in the session may know it), and every opening of one. Read by its actor and by
-- the lead of the proceeding it was part of. This is no restrictive policy of its own, because that would apply to the
-- owner too, a member of zhongtiao_app, and hide those events from its functions and from `npm run verify`.
create policy read_own on events for select to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system())
    or (dispute_id is not null and dispute_id = any (array(select app.visible_disputes()))
      or dispute_id is null and actor_id = (select app.person()))
    and (actor_id = (select app.person())
      or not (payload like '%"isPrivate":true%' or action in ('note.read', 'file.read', 'opinion.read')
        or action in ('note.write', 'file.add') and payload not like '%"lane":%')
      or proceeding_id = any (array(select app.led_proceedings())))));

alter table idempotency_keys enable row level security, force row level security;
create policy owner_all on idempotency_keys to current_user using (true) with check (true);
create policy own_keys on idempotency_keys to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or actor_id = (select app.person())));

-- They name no dispute and have no row security: server/access/policy.ts alone says who may read and change them.
alter table counters disable row level security;
alter table rules disable row level security;
alter table day_overrides disable row level security;
