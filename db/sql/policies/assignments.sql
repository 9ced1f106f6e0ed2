alter table assignments enable row level security, force row level security;
create policy owner_all on assignments to current_user using (true) with check (true);
-- Whoever was asked reads their own while they are asked to the matter: with a refusal, a lapse or the end it is out of their sight.
create policy read on assignments for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = assignments.county_id and a.dispute_id = assignments.dispute_id and a.proceeding_id = assignments.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station') or a.relation = 'otherLine' and a.as_head
        or a.relation in ('invited', 'joined') and person_id = (select app.person())) offset 0));
create policy add on assignments for insert to zhongtiao_app with check (
  county_id = (select app.county()) and asked_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = assignments.county_id and a.dispute_id = assignments.dispute_id and a.proceeding_id = assignments.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
-- Whoever was asked answers while they are asked to the matter; the lead answers for others and settles.
create policy change on assignments for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = assignments.county_id and a.dispute_id = assignments.dispute_id and a.proceeding_id = assignments.proceeding_id
      and (a.relation in ('lead', 'committee') or a.relation in ('invited', 'joined') and person_id = (select app.person())) offset 0));
create policy by_system on assignments to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
