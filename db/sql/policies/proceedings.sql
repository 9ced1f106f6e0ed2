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

alter table access_requests enable row level security, force row level security;
create policy owner_all on access_requests to current_user using (true) with check (true);
-- For whoever asked, and for the heads of the dispute's station and committee, who decide.
create policy own on access_requests to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())))
  with check (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person()) and exists (
    select from dispute_access a where a.county_id = access_requests.county_id and a.dispute_id = access_requests.dispute_id
      and a.subject_id = any ((select app.subjects())::uuid[]))));
create policy heads on access_requests to zhongtiao_app
  using (county_id = (select app.county()) and (select app.may_decide_access()) and exists (
    select from dispute_access a where a.county_id = access_requests.county_id and a.dispute_id = access_requests.dispute_id
      and a.subject_id = any ((select app.subjects())::uuid[]) and a.relation in ('station', 'committee')));
