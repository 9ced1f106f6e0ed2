alter table repeat_groups enable row level security, force row level security;
create policy owner_all on repeat_groups to current_user using (true) with check (true);
create policy at_station on repeat_groups to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station())));

alter table police_calls enable row level security, force row level security;
create policy owner_all on police_calls to current_user using (true) with check (true);
create policy at_station on police_calls to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station())));

alter table clues enable row level security, force row level security;
create policy owner_all on clues to current_user using (true) with check (true);
create policy at_station on clues to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or reporter_id = (select app.person())));
