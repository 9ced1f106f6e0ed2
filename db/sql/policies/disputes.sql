alter table disputes enable row level security, force row level security;
create policy owner_all on disputes to current_user using (true) with check (true);
-- An invitee needs the dispute's row, which holds no facts, in order to answer.
create policy any_relation on disputes to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or id = any (array(select app.touched_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system())
      or station_id = any ((select app.subjects())::uuid[]) or committee_id = any ((select app.subjects())::uuid[])
      or id = any (array(select app.touched_disputes()))));

alter table dispute_facts enable row level security, force row level security;
create policy owner_all on dispute_facts to current_user using (true) with check (true);
create policy inside on dispute_facts to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table dispute_access enable row level security, force row level security;
create policy owner_all on dispute_access to current_user using (true) with check (true);
-- Read by the person it is about; written by triggers alone.
create policy own_rights on dispute_access for select to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or subject_id = any ((select app.subjects())::uuid[])));

alter table parties enable row level security, force row level security;
create policy owner_all on parties to current_user using (true) with check (true);
create policy inside on parties to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table party_links enable row level security, force row level security;
create policy owner_all on party_links to current_user using (true) with check (true);
create policy inside on party_links to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));

alter table triages enable row level security, force row level security;
create policy owner_all on triages to current_user using (true) with check (true);
create policy inside on triages to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))));
