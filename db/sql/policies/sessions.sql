alter table sessions enable row level security, force row level security;
create policy owner_all on sessions to current_user using (true) with check (true);
create policy inside on sessions to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table slots enable row level security, force row level security;
create policy owner_all on slots to current_user using (true) with check (true);
-- Time taken is known to the whole county, so that nobody is booked twice; it names no dispute. It is taken and given back by
-- whoever works on the session's dispute, or belongs to the town hall's station. A hold that ran out is anybody's to clear.
create policy in_county on slots for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy of_booking on slots to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system())
    or exists (select from sessions s join dispute_access a on a.county_id = s.county_id and a.dispute_id = s.dispute_id
      where s.county_id = slots.county_id and s.id = slots.session_id and a.subject_id = any ((select app.subjects())::uuid[])
        and a.relation in ('lead', 'committee'))
    or exists (select from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
      where m.county_id = slots.county_id and m.id = slots.meeting_id and t.station_id = (select app.station()))));
create policy ran_out on slots for delete to zhongtiao_app
  using (county_id = (select app.county()) and held_until <= (select app.now()));

alter table session_people enable row level security, force row level security;
create policy owner_all on session_people to current_user using (true) with check (true);
create policy inside on session_people to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table session_needs enable row level security, force row level security;
create policy owner_all on session_needs to current_user using (true) with check (true);
create policy inside on session_needs to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table video_links enable row level security, force row level security;
create policy owner_all on video_links to current_user using (true) with check (true);
-- For the lead and whoever is expected at the session.
create policy invited_only on video_links to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.led_disputes()))
    or dispute_id = any (array(select app.visible_disputes())) and session_id = any (array(select app.attended_sessions()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.led_disputes()))));

alter table session_records enable row level security, force row level security;
create policy owner_all on session_records to current_user using (true) with check (true);
-- Read by those who take part; the station sees that and when it was held, not what was said.
create policy at_table on session_records to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))));

alter table notes enable row level security, force row level security;
create policy owner_all on notes to current_user using (true) with check (true);
-- Open and joint by relation; one side and mediator-only for their author and the lead of the proceeding they were said
-- in; sealed for the station head.
create policy lanes on notes for select to zhongtiao_app using (
  county_id = (select app.county()) and (
    lane = 'open' and dispute_id = any (array(select app.visible_disputes()))
    or lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane in ('side', 'mediator') and dispute_id = any (array(select app.led_disputes()))
      and (author_id = (select app.person())
        or author_id = any (array(select app.people_of_own_kind())) and (session_id is null or session_id = any (array(select app.led_sessions()))))
    or lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes()))
  ));
create policy write_lanes on notes for insert to zhongtiao_app with check (
  county_id = (select app.county()) and author_id = (select app.person()) and (
    lane = 'open' and dispute_id = any (array(select app.visible_disputes()))
    or lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane in ('side', 'mediator', 'sealed') and dispute_id = any (array(select app.led_disputes()))
    or lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes()))
  ));
