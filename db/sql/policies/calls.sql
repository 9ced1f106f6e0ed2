-- Calls, groups and clues are the station's; those of a restricted matter close with it (docs/adr/0030).
alter table repeat_groups enable row level security, force row level security;
create policy owner_all on repeat_groups to current_user using (true) with check (true);
create policy at_station on repeat_groups to zhongtiao_app
  using (county_id = (select app.county()) and station_id = (select app.station())
    and (dispute_id is null
      or not exists (select from dispute_restrictions r where r.county_id = repeat_groups.county_id and r.dispute_id = repeat_groups.dispute_id and r.released_at is null offset 0)
      or exists (select from app.own_rights a where a.county_id = repeat_groups.county_id and a.dispute_id = repeat_groups.dispute_id offset 0)))
  with check (county_id = (select app.county()) and station_id = (select app.station()));
-- A matter that was handed to another station or committee takes along, for reading, the calls that belong to it and their
-- group; the station that was called keeps them as its own.
create policy of_dispute on repeat_groups for select to zhongtiao_app
  using (county_id = (select app.county()) and station_id <> (select app.station()) and dispute_id is not null
    and exists (select from app.own_rights a where a.county_id = repeat_groups.county_id and a.dispute_id = repeat_groups.dispute_id
      and a.is_current and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') offset 0));
create policy by_system on repeat_groups to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table police_calls enable row level security, force row level security;
create policy owner_all on police_calls to current_user using (true) with check (true);
create policy at_station on police_calls to zhongtiao_app
  using (county_id = (select app.county()) and station_id = (select app.station())
    and (dispute_id is null
      or not exists (select from dispute_restrictions r where r.county_id = police_calls.county_id and r.dispute_id = police_calls.dispute_id and r.released_at is null offset 0)
      or exists (select from app.own_rights a where a.county_id = police_calls.county_id and a.dispute_id = police_calls.dispute_id offset 0)))
  with check (county_id = (select app.county()) and station_id = (select app.station()));
create policy of_dispute on police_calls for select to zhongtiao_app
  using (county_id = (select app.county()) and station_id <> (select app.station()) and dispute_id is not null
    and exists (select from app.own_rights a where a.county_id = police_calls.county_id and a.dispute_id = police_calls.dispute_id
      and a.is_current and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') offset 0));
create policy by_system on police_calls to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table clues enable row level security, force row level security;
create policy owner_all on clues to current_user using (true) with check (true);
create policy at_station on clues to zhongtiao_app
  using (county_id = (select app.county()) and (reporter_id = (select app.person())
    or station_id = (select app.station()) and (dispute_id is null
      or not exists (select from dispute_restrictions r where r.county_id = clues.county_id and r.dispute_id = clues.dispute_id and r.released_at is null offset 0)
      or exists (select from app.own_rights a where a.county_id = clues.county_id and a.dispute_id = clues.dispute_id offset 0))))
  with check (county_id = (select app.county()) and (station_id = (select app.station()) or reporter_id = (select app.person())));
-- The keeper of a point takes the first step, whoever reported it; not once the matter it became is closed to most people.
create policy at_point on clues to zhongtiao_app
  using (county_id = (select app.county()) and point_id = (select app.kept_point())
    and (dispute_id is null or dispute_id <> all ((select app.closed_to_keeper())::uuid[])))
  with check (county_id = (select app.county()) and point_id = (select app.kept_point()));
create policy by_system on clues to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table clue_steps enable row level security, force row level security;
create policy owner_all on clue_steps to current_user using (true) with check (true);
-- Read with their clue, by the office that takes over and by the keeper of the point; never by whoever reported.
create policy read on clue_steps for select to zhongtiao_app using (
  county_id = (select app.county()) and (station_id = (select app.station()) and (select app.is_office()) or point_id = (select app.kept_point()))
    and exists (select from clues c where c.county_id = clue_steps.county_id and c.id = clue_steps.clue_id offset 0));
create policy add on clue_steps for insert to zhongtiao_app with check (
  county_id = (select app.county()) and taken_by = (select app.person()) and point_id = (select app.kept_point())
    and exists (select from clues c where c.county_id = clue_steps.county_id and c.id = clue_steps.clue_id and c.station_id = clue_steps.station_id
      and c.point_id = clue_steps.point_id and c.status = 'new' offset 0));
create policy by_system on clue_steps to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
