-- Every paper asks which template holds on its day; templates name nobody.
alter table paper_templates enable row level security, force row level security;
create policy owner_all on paper_templates to current_user using (true) with check (true);
create policy in_county on paper_templates for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy add on paper_templates for insert to zhongtiao_app with check (
  county_id = (select app.county()) and coalesce(committee_id, county_id) = (select app.template_office()) and added_by = (select app.person()) and added_at = (select app.now())
    and withdrawn_at is null and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date);
create policy withdraw on paper_templates for update to zhongtiao_app
  using (county_id = (select app.county()) and coalesce(committee_id, county_id) = (select app.template_office()))
  with check (county_id = (select app.county()) and withdrawn_by = (select app.person()) and withdrawn_at = (select app.now()));

-- Clauses to begin a draft with, of each committee's head.
alter table drafting_templates enable row level security, force row level security;
create policy owner_all on drafting_templates to current_user using (true) with check (true);
create policy in_county on drafting_templates for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_head on drafting_templates for insert to zhongtiao_app with check (
  county_id = (select app.county()) and coalesce(committee_id, county_id) = (select app.template_office()) and set_by = (select app.person()) and set_at = (select app.now())
    and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date);
