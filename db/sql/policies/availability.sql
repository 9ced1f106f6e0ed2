alter table weekly_hours enable row level security, force row level security;
create policy owner_all on weekly_hours to current_user using (true) with check (true);
create policy own on weekly_hours to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy by_system on weekly_hours to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table absences enable row level security, force row level security;
create policy owner_all on absences to current_user using (true) with check (true);
create policy own on absences to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy by_system on absences to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table imported_calendars enable row level security, force row level security;
create policy owner_all on imported_calendars to current_user using (true) with check (true);
create policy own on imported_calendars to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy by_system on imported_calendars to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table imported_busy enable row level security, force row level security;
create policy owner_all on imported_busy to current_user using (true) with check (true);
create policy own on imported_busy to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy by_system on imported_busy to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
