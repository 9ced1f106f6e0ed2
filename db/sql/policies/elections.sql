alter table elections enable row level security, force row level security;
create policy owner_all on elections to current_user using (true) with check (true);
create policy read on elections for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = elections.county_id and a.dispute_id = elections.dispute_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy add on elections for insert to zhongtiao_app with check (
  county_id = (select app.county()) and recorded_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = elections.county_id and a.dispute_id = elections.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy by_system on elections to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
