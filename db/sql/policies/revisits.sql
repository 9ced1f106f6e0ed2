alter table revisit_draws enable row level security, force row level security;
create policy owner_all on revisit_draws to current_user using (true) with check (true);
create policy by_system on revisit_draws to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- Nobody but whoever visits knows of a draw before its result: app.own_revisits shows it to them.
alter table revisits enable row level security, force row level security;
create policy owner_all on revisits to current_user using (true) with check (true);
create policy by_system on revisits to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
