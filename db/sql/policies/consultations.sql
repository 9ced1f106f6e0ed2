alter table duty_shifts enable row level security, force row level security;
create policy owner_all on duty_shifts to current_user using (true) with check (true);
create policy in_county on duty_shifts for select to zhongtiao_app
  using (county_id = (select app.county()));
-- The roster is the county's: a head of any of its committees sets it, in their own name, for others alone (docs/adr/0029), and takes
-- off nothing that is over.
create policy added_by_head on duty_shifts for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.office()) = 'committeeHead' and set_by = (select app.person())
    and person_id <> (select app.person()) and upper(during) > (select app.now()));
create policy removed_by_head on duty_shifts for delete to zhongtiao_app using (
  county_id = (select app.county()) and (select app.office()) = 'committeeHead' and upper(during) > (select app.now()));

alter table consultations enable row level security, force row level security;
create policy owner_all on consultations to current_user using (true) with check (true);
-- Whoever asked or answers keeps the question; for the rest of the station it closes with a restricted matter, as calls do
-- (docs/adr/0030).
create policy asked on consultations to zhongtiao_app using (
  county_id = (select app.county()) and (asked_by = (select app.person())
    or station_id = (select app.station()) and (dispute_id is null
      or not exists (select from dispute_restrictions r where r.county_id = consultations.county_id and r.dispute_id = consultations.dispute_id and r.released_at is null offset 0)
      or exists (select from app.own_rights a where a.county_id = consultations.county_id and a.dispute_id = consultations.dispute_id offset 0))
    or duty_id = (select app.person()) or answered_by = (select app.person())
    or status = 'waiting' and (select app.on_duty())
    or exists (select from app.own_rights a where a.county_id = consultations.county_id and a.dispute_id = consultations.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0)))
  with check (
  county_id = (select app.county()) and (station_id = (select app.station()) or asked_by = (select app.person())
    or duty_id = (select app.person()) or answered_by = (select app.person())));
create policy by_system on consultations to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
