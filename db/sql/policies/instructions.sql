alter table instructions enable row level security, force row level security;
create policy owner_all on instructions to current_user using (true) with check (true);
create policy read on instructions for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = instructions.county_id and a.dispute_id = instructions.dispute_id and a.proceeding_id = instructions.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee') or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy add on instructions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and given_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = instructions.county_id and a.dispute_id = instructions.dispute_id and a.proceeding_id = instructions.proceeding_id
      and (a.relation = 'committee' or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
-- Answered by the lead, taken back by a head, and taken back with an end by whoever ends the proceeding.
create policy change on instructions for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = instructions.county_id and a.dispute_id = instructions.dispute_id and a.proceeding_id = instructions.proceeding_id
      and (a.relation in ('lead', 'committee') or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy by_system on instructions to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
