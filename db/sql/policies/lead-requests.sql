alter table lead_requests enable row level security, force row level security;
create policy owner_all on lead_requests to current_user using (true) with check (true);
create policy read on lead_requests for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = lead_requests.county_id and a.dispute_id = lead_requests.dispute_id and a.proceeding_id = lead_requests.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee') or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy add on lead_requests for insert to zhongtiao_app with check (
  county_id = (select app.county()) and recorded_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = lead_requests.county_id and a.dispute_id = lead_requests.dispute_id and a.proceeding_id = lead_requests.proceeding_id
      and (a.relation in ('lead', 'committee') or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy change on lead_requests for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = lead_requests.county_id and a.dispute_id = lead_requests.dispute_id and a.proceeding_id = lead_requests.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'committee') or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy by_system on lead_requests to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
