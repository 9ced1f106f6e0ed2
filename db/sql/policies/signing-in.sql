-- What signing in looks up before anybody is known is the system's: at_entry.
alter table known_devices enable row level security, force row level security;
create policy owner_all on known_devices to current_user using (true) with check (true);
create policy at_entry on known_devices to zhongtiao_system using (true) with check (true);

alter table sign_in_tries enable row level security, force row level security;
create policy owner_all on sign_in_tries to current_user using (true) with check (true);
create policy at_entry on sign_in_tries to zhongtiao_system using (true) with check (true);

alter table second_factors enable row level security, force row level security;
create policy owner_all on second_factors to current_user using (true) with check (true);
-- One's own is begun, confirmed and given up; the administrator sees that there is one and takes it away. Only the system
-- counts a code of one that is confirmed.
create policy read on second_factors for select to zhongtiao_app
  using (county_id = (select app.county())
    and ((select app.is_system()) or person_id = (select app.person()) or (select app.office()) = 'admin'));
create policy begin_own on second_factors for insert to zhongtiao_app
  with check (county_id = (select app.county()) and person_id = (select app.person()) and confirmed_at is null);
create policy confirm_own on second_factors for update to zhongtiao_app
  using (county_id = (select app.county())
    and ((select app.is_system()) or person_id = (select app.person()) and confirmed_at is null))
  with check (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())));
create policy remove on second_factors for delete to zhongtiao_app
  using (county_id = (select app.county()) and (person_id = (select app.person()) or (select app.office()) = 'admin'));
create policy at_entry on second_factors for select to zhongtiao_system using (true);

alter table recovery_codes enable row level security, force row level security;
create policy owner_all on recovery_codes to current_user using (true) with check (true);
-- As their factor.
create policy read on recovery_codes for select to zhongtiao_app
  using (county_id = (select app.county())
    and ((select app.is_system()) or person_id = (select app.person()) or (select app.office()) = 'admin'));
create policy add_own on recovery_codes for insert to zhongtiao_app
  with check (county_id = (select app.county()) and person_id = (select app.person()));
create policy use_code on recovery_codes for update to zhongtiao_app
  using (county_id = (select app.county()) and (select app.is_system()));
create policy remove on recovery_codes for delete to zhongtiao_app
  using (county_id = (select app.county()) and (person_id = (select app.person()) or (select app.office()) = 'admin'));

alter table bound_subjects enable row level security, force row level security;
create policy owner_all on bound_subjects to current_user using (true) with check (true);
-- One's own is seen and given up; only the system binds, for a sign-in that was permitted to.
create policy own on bound_subjects for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy drop_own on bound_subjects for delete to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy at_entry on bound_subjects to zhongtiao_system using (true) with check (true);
