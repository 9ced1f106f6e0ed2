alter table proceedings enable row level security, force row level security;
create policy owner_all on proceedings to current_user using (true) with check (true);
create policy any_relation on proceedings to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.touched_disputes()))));

alter table notices enable row level security, force row level security;
create policy owner_all on notices to current_user using (true) with check (true);
create policy inside on notices to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table consents enable row level security, force row level security;
create policy owner_all on consents to current_user using (true) with check (true);
create policy inside on consents to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table endings enable row level security, force row level security;
create policy owner_all on endings to current_user using (true) with check (true);
create policy inside on endings to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));
