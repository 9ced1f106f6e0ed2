alter table town_halls enable row level security, force row level security;
create policy owner_all on town_halls to current_user using (true) with check (true);
-- Read by the county; planned and changed by their station.
create policy in_county on town_halls for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy of_station on town_halls to zhongtiao_app
  using (county_id = (select app.county()) and station_id = (select app.station()));
create policy by_system on town_halls to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table town_hall_meetings enable row level security, force row level security;
create policy owner_all on town_hall_meetings to current_user using (true) with check (true);
create policy in_county on town_hall_meetings for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy of_station on town_hall_meetings to zhongtiao_app
  using (county_id = (select app.county()) and exists (
    select from town_halls t where t.county_id = town_hall_meetings.county_id and t.id = town_hall_meetings.town_hall_id
      and t.station_id = (select app.station()) offset 0));
create policy by_system on town_hall_meetings to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
