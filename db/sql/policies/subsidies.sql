-- A sheet names nobody of a matter: which month, who took it, what it comes to. What it lists is in the file store, and is read
-- by whoever may read each matter.
alter table subsidy_sheets enable row level security, force row level security;
create policy owner_all on subsidy_sheets to current_user using (true) with check (true);
create policy in_county on subsidy_sheets for select to zhongtiao_app using (county_id = (select app.county()));
create policy by_head on subsidy_sheets for insert to zhongtiao_app with check (
  county_id = (select app.county()) and committee_id = (select app.template_office()) and handed_by = (select app.person())
    and handed_at = (select app.now()));
create policy by_system on subsidy_sheets to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
