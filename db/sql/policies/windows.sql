alter table dispute_restrictions enable row level security, force row level security;
create policy owner_all on dispute_restrictions to current_user using (true) with check (true);
-- That a matter is restricted is known to the office: policies of calls and clues ask it. Why, and who set it, are columns
-- that no login reads (db/sql/grants/windows.sql); app.restriction_of gives them to those who may read the matter.
create policy in_office on dispute_restrictions for select to zhongtiao_app using (
  county_id = (select app.county()) and (select app.is_office()));
create policy in_office_by_system on dispute_restrictions for select to zhongtiao_system using (county_id = (select app.county()));
create policy add on dispute_restrictions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and restricted_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = dispute_restrictions.county_id and a.dispute_id = dispute_restrictions.dispute_id and a.is_current
      and (a.relation = 'lead' or a.relation in ('committee', 'station', 'otherLine') and (select app.may_decide_access())) offset 0));
create policy add_by_system on dispute_restrictions for insert to zhongtiao_system with check (county_id = (select app.county()));
create policy release on dispute_restrictions for update to zhongtiao_app using (
  county_id = (select app.county()) and (select app.may_decide_access()));

alter table reading_windows enable row level security, force row level security;
create policy owner_all on reading_windows to current_user using (true) with check (true);
-- For whoever asked; the heads of the dispute's station and committee, who decide and review; and in an emergency for
-- everybody of its office, one of whom is the second person. The policy of dispute_access asks this table: this one
-- must not ask that one.
create policy own on reading_windows for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()) and (select app.is_office()));
create policy own_by_system on reading_windows for select to zhongtiao_system using (county_id = (select app.county()));
-- Until when an emergency is reviewed moves with the days off.
create policy moved_by_system on reading_windows for update to zhongtiao_system
  using (county_id = (select app.county()));
create policy office on reading_windows for select to zhongtiao_app using (
  county_id = (select app.county()) and (select app.is_office()) and ((select app.may_decide_access()) or kind = 'emergency')
    and (station_id = any ((select app.subjects())::uuid[]) or committee_id = any ((select app.subjects())::uuid[])));
create policy add on reading_windows for insert to zhongtiao_app with check (
  county_id = (select app.county()) and person_id = (select app.person()) and (select app.is_office()));
create policy change on reading_windows for update to zhongtiao_app using (
  county_id = (select app.county()) and (select app.is_office()) and (person_id = (select app.person())
    or ((select app.may_decide_access()) or kind = 'emergency')
      and (station_id = any ((select app.subjects())::uuid[]) or committee_id = any ((select app.subjects())::uuid[]))));
