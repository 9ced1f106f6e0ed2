alter table performances enable row level security, force row level security;
create policy owner_all on performances to current_user using (true) with check (true);
create policy inside on performances to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table urges enable row level security, force row level security;
create policy owner_all on urges to current_user using (true) with check (true);
create policy inside on urges to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table follow_up_visits enable row level security, force row level security;
create policy owner_all on follow_up_visits to current_user using (true) with check (true);
create policy inside on follow_up_visits to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));
