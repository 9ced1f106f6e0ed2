-- Law and local settings: read by the county; added by those whose they are, and from today or later, so that nothing
-- changes what was decided. The county's may be changed by those who supervise it, what is left to the committees by a
-- head for their own, and how people sign in by an administrator. The trigger rules_in_bounds knows the bounds.
alter table rules enable row level security, force row level security;
create policy owner_all on rules to current_user using (true) with check (true);
create policy in_county on rules for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy added_by_owner on rules for insert to zhongtiao_app with check (
  county_id = (select app.county()) and changed_by = (select app.person()) and changed_at = (select app.now())
    and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date
    and concat_ws(' ', key, committee_id) = any ((select app.rules_settable())::text[]));
-- How long a sign-in lasts is asked before anybody is known.
create policy at_entry on rules for select to zhongtiao_system using (true);

-- Days off: entered by those who supervise the county, and none that has begun.
alter table day_overrides enable row level security, force row level security;
create policy owner_all on day_overrides to current_user using (true) with check (true);
create policy in_county on day_overrides for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy added_by_county on day_overrides for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.office()) = 'county' and changed_by = (select app.person()) and changed_at = (select app.now())
    and day > ((select app.now()) at time zone 'Asia/Shanghai')::date);

alter table day_years enable row level security, force row level security;
create policy owner_all on day_years to current_user using (true) with check (true);
create policy in_county on day_years for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy added_by_county on day_years for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.office()) = 'county' and entered_by = (select app.person()) and entered_at = (select app.now())
    and year between extract(year from (select app.now()) at time zone 'Asia/Shanghai') and extract(year from (select app.now()) at time zone 'Asia/Shanghai') + 2);
