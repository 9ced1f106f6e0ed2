-- The county reads them, the administrator changes them (server/access/policy.ts).
alter table counties enable row level security, force row level security;
create policy owner_all on counties to current_user using (true) with check (true);
create policy own_county on counties for select to zhongtiao_app
  using (id = (select app.county()));
create policy change_by_admin on counties for update to zhongtiao_app
  using (id = (select app.county()) and (select app.office()) = 'admin');
create policy at_entry on counties for select to zhongtiao_system using (true);

alter table stations enable row level security, force row level security;
create policy owner_all on stations to current_user using (true) with check (true);
create policy in_county on stations for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on stations for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on stations for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy at_entry on stations for select to zhongtiao_system using (true);

alter table committees enable row level security, force row level security;
create policy owner_all on committees to current_user using (true) with check (true);
create policy in_county on committees for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on committees for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on committees for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy at_entry on committees for select to zhongtiao_system using (true);

alter table contact_points enable row level security, force row level security;
create policy owner_all on contact_points to current_user using (true) with check (true);
create policy in_county on contact_points for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on contact_points for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on contact_points for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');

alter table rooms enable row level security, force row level security;
create policy owner_all on rooms to current_user using (true) with check (true);
create policy in_county on rooms for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on rooms for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on rooms for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');

alter table room_hours enable row level security, force row level security;
create policy owner_all on room_hours to current_user using (true) with check (true);
create policy in_county on room_hours for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on room_hours for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on room_hours for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy remove_by_admin on room_hours for delete to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
