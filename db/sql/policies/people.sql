-- The county reads them, the administrator changes them (server/access/policy.ts). Who signs in or opens a link is looked up
-- by the system before a county is known: at_entry.
alter table people enable row level security, force row level security;
create policy owner_all on people to current_user using (true) with check (true);
create policy in_county on people for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on people for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on people for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy at_entry on people for select to zhongtiao_system using (true);

alter table accounts enable row level security, force row level security;
create policy owner_all on accounts to current_user using (true) with check (true);
-- One's own, to change password and language; nobody opens an account that was closed but the administrator.
create policy own on accounts for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy own_by_system on accounts for select to zhongtiao_system using (county_id = (select app.county()));
create policy change_own on accounts for update to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()) and disabled_at is null)
  with check (county_id = (select app.county()) and person_id = (select app.person()) and disabled_at is null);
create policy by_admin on accounts to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy at_entry on accounts for select to zhongtiao_system using (true);

alter table sign_ins enable row level security, force row level security;
create policy owner_all on sign_ins to current_user using (true) with check (true);
-- One's own are seen and ended, by the administrator everybody's. Only the system begins one.
create policy own on sign_ins to zhongtiao_app
  using (county_id = (select app.county()) and (person_id = (select app.person()) or (select app.office()) = 'admin'));
create policy at_entry on sign_ins to zhongtiao_system using (true) with check (true);

-- Which roles colleagues hold is known in the county; the administrator gives and ends them, and never their own.
alter table person_roles enable row level security, force row level security;
create policy owner_all on person_roles to current_user using (true) with check (true);
create policy in_county on person_roles for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on person_roles for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin' and given_by = (select app.person()) and person_id <> (select app.person()));
create policy end_by_admin on person_roles for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin' and person_id <> (select app.person()));
create policy by_system on person_roles for select to zhongtiao_system using (county_id = (select app.county()));

alter table forces enable row level security, force row level security;
create policy owner_all on forces to current_user using (true) with check (true);
create policy in_county on forces for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on forces for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy change_by_admin on forces for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');

alter table person_forces enable row level security, force row level security;
create policy owner_all on person_forces to current_user using (true) with check (true);
create policy in_county on person_forces for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add_by_admin on person_forces for insert to zhongtiao_app
  with check (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy remove_by_admin on person_forces for delete to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');

alter table rate_limits enable row level security, force row level security;
create policy owner_all on rate_limits to current_user using (true) with check (true);
-- Tries are counted before a county is known.
create policy at_entry on rate_limits to zhongtiao_system using (true) with check (true);
