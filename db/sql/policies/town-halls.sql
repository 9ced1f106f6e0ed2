alter table town_halls enable row level security, force row level security;
create policy owner_all on town_halls to current_user using (true) with check (true);
create policy in_county on town_halls to zhongtiao_app
  using (county_id = (select app.county()));

alter table town_hall_meetings enable row level security, force row level security;
create policy owner_all on town_hall_meetings to current_user using (true) with check (true);
create policy in_county on town_hall_meetings to zhongtiao_app
  using (county_id = (select app.county()));
