alter table agreements enable row level security, force row level security;
create policy owner_all on agreements to current_user using (true) with check (true);
create policy inside on agreements to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table obligations enable row level security, force row level security;
create policy owner_all on obligations to current_user using (true) with check (true);
create policy inside on obligations to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table obligation_parties enable row level security, force row level security;
create policy owner_all on obligation_parties to current_user using (true) with check (true);
create policy inside on obligation_parties to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table signatures enable row level security, force row level security;
create policy owner_all on signatures to current_user using (true) with check (true);
create policy inside on signatures to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table seals enable row level security, force row level security;
create policy owner_all on seals to current_user using (true) with check (true);
create policy inside on seals to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));
