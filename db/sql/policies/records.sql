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
-- The fact that something was said in confidence is confidential too: a note or file of a private lane (their events name
-- the lane only where everybody in the session may know it), and every opening of one. Read by its actor and by the lead
-- of the proceeding it was part of; and what an event is about is not read by it where its rows are not. This is no
-- restrictive policy of its own, because that would apply to the owner too, a member of zhongtiao_app, and hide those
-- events from its functions and from `npm run verify`.
create policy read_own on events for select to zhongtiao_app using (
  county_id = (select app.county()) and (dispute_id is null and actor_id = (select app.person())
    or exists (select from app.own_rights a where a.county_id = events.county_id and a.dispute_id = events.dispute_id and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head)
      and (a.proceeding_id = events.proceeding_id or events.proceeding_id is null
        and (a.until is null or events.at_us <= extract(epoch from a.until) * 1000000))
      and (events.actor_id = (select app.person()) or case app.event_readers(events.action)
        when 'staff' then a.relation in ('lead', 'formerLead', 'successor', 'committee')
        when 'heads' then a.relation in ('lead', 'formerLead', 'successor', 'committee') or a.as_head
        when 'office' then a.relation <> 'joined'
        when 'police' then a.relation <> 'joined' and ((select app.is_officer()) or (select app.is_head())) else true end)
      and (events.actor_id = (select app.person())
        or not (events.payload like '%"isPrivate":true%' or events.action in ('note.read', 'file.read', 'opinion.read')
          or events.action in ('note.write', 'file.add') and events.payload not like '%"lane":%')
        or a.relation in ('lead', 'formerLead') and a.proceeding_id = events.proceeding_id) offset 0)));
create policy by_system on events to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table idempotency_keys enable row level security, force row level security;
create policy owner_all on idempotency_keys to current_user using (true) with check (true);
create policy own_keys on idempotency_keys to zhongtiao_app
  using (county_id = (select app.county()) and actor_id = (select app.person()));
create policy by_system on idempotency_keys to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table counters enable row level security, force row level security;
create policy owner_all on counters to current_user using (true) with check (true);
-- Numbers are taken in everybody's acts. A trigger lets them only count on.
create policy in_county on counters to zhongtiao_app
  using (county_id = (select app.county()));

alter table paper_numbers enable row level security, force row level security;
create policy owner_all on paper_numbers to current_user using (true) with check (true);
-- A number and the id of what it was given for; whoever cannot read that finds nothing by it. Only the system gives numbers.
create policy in_county on paper_numbers for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_system on paper_numbers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
