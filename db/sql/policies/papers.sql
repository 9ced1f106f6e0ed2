alter table papers enable row level security, force row level security;
create policy owner_all on papers to current_user using (true) with check (true);
-- A paper holds what whoever asked for it could read then; it is theirs, for as long as they have to do with the matter.
create policy own on papers for select to zhongtiao_app using (
  county_id = (select app.county()) and asked_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = papers.county_id and a.dispute_id = papers.dispute_id
      and a.proceeding_id is not distinct from papers.proceeding_id and a.relation in ('lead', 'committee', 'formerLead') offset 0));
create policy ask on papers for insert to zhongtiao_app with check (
  county_id = (select app.county()) and asked_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = papers.county_id and a.dispute_id = papers.dispute_id
      and a.proceeding_id is not distinct from papers.proceeding_id and a.relation in ('lead', 'committee', 'formerLead') offset 0));
create policy by_system on papers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- Sealed agreements hold names, addresses and telephones: for whoever works on the matter, as other papers. Written by the system.
alter table sealed_papers enable row level security, force row level security;
create policy owner_all on sealed_papers to current_user using (true) with check (true);
create policy read on sealed_papers for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = sealed_papers.county_id and g.id = sealed_papers.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee', 'formerLead') offset 0) offset 0));
create policy by_system on sealed_papers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
