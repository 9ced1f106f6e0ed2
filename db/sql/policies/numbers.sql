-- Every act that gives a number asks them; a head sets those of their own committee or station, none for a day that is over.
alter table number_starts enable row level security, force row level security;
create policy owner_all on number_starts to current_user using (true) with check (true);
create policy in_county on number_starts for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_head on number_starts for insert to zhongtiao_app with check (
  county_id = (select app.county()) and scope = (select app.own_numbers()) and set_by = (select app.person()) and set_at = (select app.now()));

alter table number_patterns enable row level security, force row level security;
create policy owner_all on number_patterns to current_user using (true) with check (true);
create policy in_county on number_patterns for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_head on number_patterns for insert to zhongtiao_app with check (
  county_id = (select app.county()) and scope = (select app.own_numbers()) and set_by = (select app.person()) and set_at = (select app.now())
    and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date);

-- The reasons of an office are read by its head alone; that a number is void, app.is_void_number says to everybody.
alter table number_voids enable row level security, force row level security;
create policy owner_all on number_voids to current_user using (true) with check (true);
create policy of_head on number_voids for select to zhongtiao_app
  using (county_id = (select app.county()) and scope = (select app.own_numbers()));
create policy by_head on number_voids for insert to zhongtiao_app with check (
  county_id = (select app.county()) and scope = (select app.own_numbers()) and voided_by = (select app.person()) and voided_at = (select app.now()));
