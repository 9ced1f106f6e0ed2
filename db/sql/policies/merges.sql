-- Two matters stand in each row, so that no right to one of them shows it: app.merges_of and app.dispute_links_of read them,
-- for whoever may read both. Written by the acts, with the system's privileges.
alter table dispute_merges enable row level security, force row level security;
create policy owner_all on dispute_merges to current_user using (true) with check (true);
create policy by_system on dispute_merges to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table dispute_merge_parties enable row level security, force row level security;
create policy owner_all on dispute_merge_parties to current_user using (true) with check (true);
create policy by_system on dispute_merge_parties to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table dispute_links enable row level security, force row level security;
create policy owner_all on dispute_links to current_user using (true) with check (true);
create policy by_system on dispute_links to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
