-- The county reads them, the administrator changes them (server/access/policy.ts). Who signs in or opens a link is looked up
-- by the system before a county is known: at_entry.
alter table people enable row level security, force row level security;
create policy owner_all on people to current_user using (true) with check (true);
create policy in_county on people for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_admin on people to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');
create policy at_entry on people for select to zhongtiao_system using (true);

alter table accounts enable row level security, force row level security;
create policy owner_all on accounts to current_user using (true) with check (true);
-- One's own, to change password and language; nobody opens an account that was closed but the administrator.
create policy own on accounts for select to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())));
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

alter table forces enable row level security, force row level security;
create policy owner_all on forces to current_user using (true) with check (true);
create policy in_county on forces for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_admin on forces to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');

alter table person_forces enable row level security, force row level security;
create policy owner_all on person_forces to current_user using (true) with check (true);
create policy in_county on person_forces for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_admin on person_forces to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'admin');

alter table rate_limits enable row level security, force row level security;
create policy owner_all on rate_limits to current_user using (true) with check (true);
-- Tries are counted before a county is known.
create policy at_entry on rate_limits to zhongtiao_system using (true) with check (true);

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
create policy at_entry on bound_subjects for select to zhongtiao_system using (true);
create policy bind on bound_subjects for insert to zhongtiao_system with check (true);
