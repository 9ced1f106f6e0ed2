-- Whoever may read a proceeding's page may read when it is due; somebody asked to help learns it by joining.
alter table clocks enable row level security, force row level security;
create policy owner_all on clocks to current_user using (true) with check (true);
create policy read on clocks for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = clocks.county_id and a.dispute_id = clocks.dispute_id and a.proceeding_id = clocks.proceeding_id
      and a.relation <> 'invited' offset 0));
create policy add on clocks for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = clocks.county_id and a.dispute_id = clocks.dispute_id and a.proceeding_id = clocks.proceeding_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') offset 0));
create policy change on clocks for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = clocks.county_id and a.dispute_id = clocks.dispute_id and a.proceeding_id = clocks.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on clocks to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table clock_changes enable row level security, force row level security;
create policy owner_all on clock_changes to current_user using (true) with check (true);
-- The reasons are for those who work on it.
create policy read on clock_changes for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = clock_changes.county_id and a.dispute_id = clock_changes.dispute_id and a.proceeding_id = clock_changes.proceeding_id
      and a.relation in ('lead', 'formerLead', 'successor', 'committee') offset 0));
create policy add on clock_changes for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = clock_changes.county_id and a.dispute_id = clock_changes.dispute_id and a.proceeding_id = clock_changes.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on clock_changes to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
