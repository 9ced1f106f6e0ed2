alter table calendar_entries enable row level security, force row level security;
create policy owner_all on calendar_entries to current_user using (true) with check (true);
-- Names no dispute, like the slots it follows.
create policy in_county on calendar_entries to zhongtiao_app
  using (county_id = (select app.county()));

alter table feed_tokens enable row level security, force row level security;
create policy owner_all on feed_tokens to current_user using (true) with check (true);
create policy own on feed_tokens to zhongtiao_app
  using (county_id = (select app.county()) and created_by = (select app.person()));
create policy by_system on feed_tokens to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
