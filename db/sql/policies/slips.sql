alter table registration_slips enable row level security, force row level security;
create policy owner_all on registration_slips to current_user using (true) with check (true);
-- For whoever works on the matter and the station that took it in; who holds the slip reads app.slip_by() and never this table.
-- Made and ended by those alone whose part in the matter goes on.
create policy read on registration_slips for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = registration_slips.county_id and a.dispute_id = registration_slips.dispute_id
      and a.relation in ('lead', 'committee', 'station', 'otherLine') offset 0));
create policy make on registration_slips for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = registration_slips.county_id and a.dispute_id = registration_slips.dispute_id
      and a.is_current and a.relation in ('lead', 'committee', 'station', 'otherLine') offset 0));
create policy end_it on registration_slips for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = registration_slips.county_id and a.dispute_id = registration_slips.dispute_id
      and a.is_current and a.relation in ('lead', 'committee', 'station', 'otherLine') offset 0));
create policy by_system on registration_slips to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
