-- Like a danger that was reported: for those who work on the dispute and the station, not for helpers.
alter table gate_answers enable row level security, force row level security;
create policy owner_all on gate_answers to current_user using (true) with check (true);
create policy read on gate_answers for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = gate_answers.county_id and a.dispute_id = gate_answers.dispute_id
      and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station', 'otherLine') and (a.until is null or gate_answers.given_at <= a.until) offset 0));
create policy add on gate_answers for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = gate_answers.county_id and a.dispute_id = gate_answers.dispute_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') and a.is_current offset 0));
create policy by_system on gate_answers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table gate_steps enable row level security, force row level security;
create policy owner_all on gate_steps to current_user using (true) with check (true);
create policy read on gate_steps for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = gate_steps.county_id and a.dispute_id = gate_steps.dispute_id
      and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station', 'otherLine') and (a.until is null or gate_steps.opened_at <= a.until) offset 0));
create policy add on gate_steps for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = gate_steps.county_id and a.dispute_id = gate_steps.dispute_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') and a.is_current offset 0));
create policy change on gate_steps for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = gate_steps.county_id and a.dispute_id = gate_steps.dispute_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') and a.is_current offset 0));
create policy by_system on gate_steps to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table duty_leaders enable row level security, force row level security;
create policy owner_all on duty_leaders to current_user using (true) with check (true);
create policy of_station on duty_leaders for select to zhongtiao_app using (county_id = (select app.county())
  and station_id = (select app.station()) and (select app.office()) in ('mediator', 'officer', 'stationHead'));
create policy by_head on duty_leaders to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'stationHead' and station_id = (select app.station()))
  with check (county_id = (select app.county()) and (select app.office()) = 'stationHead' and station_id = (select app.station()));
create policy by_system on duty_leaders for select to zhongtiao_system using (county_id = (select app.county()));
