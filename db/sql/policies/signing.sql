-- As the signatures: who was asked, and the reason of whoever refused, which all are told.
alter table signing_requests enable row level security, force row level security;
create policy owner_all on signing_requests to current_user using (true) with check (true);
create policy read on signing_requests for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = signing_requests.county_id and g.id = signing_requests.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on signing_requests for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = signing_requests.county_id and g.id = signing_requests.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on signing_requests to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table signatures enable row level security, force row level security;
create policy owner_all on signatures to current_user using (true) with check (true);
create policy read on signatures for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = signatures.county_id and g.id = signatures.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on signatures for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = signatures.county_id and g.id = signatures.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on signatures to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
