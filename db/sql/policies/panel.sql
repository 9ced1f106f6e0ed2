alter table panel_rules enable row level security, force row level security;
create policy owner_all on panel_rules to current_user using (true) with check (true);
create policy in_county on panel_rules for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy by_committee on panel_rules to zhongtiao_app
  using (county_id = (select app.county()) and (select app.office()) = 'committeeHead');

alter table ties enable row level security, force row level security;
create policy owner_all on ties to current_user using (true) with check (true);
-- A tie is read by the lead, the committee and the helper it is about, who may disclose it before accepting.
create policy for_staff on ties to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())
    or dispute_id = any (array(select app.staff_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))
    or person_id = (select app.person()) and source = 'disclosed' and dispute_id = any (array(select app.touched_disputes()))));

alter table tie_waivers enable row level security, force row level security;
create policy owner_all on tie_waivers to current_user using (true) with check (true);
create policy about_me on tie_waivers for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
-- A waiver reveals the tie, so the same people may read it.
create policy for_staff on tie_waivers to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))));

alter table tie_waiver_parties enable row level security, force row level security;
create policy owner_all on tie_waiver_parties to current_user using (true) with check (true);
create policy for_staff on tie_waiver_parties to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))));

alter table party_times enable row level security, force row level security;
create policy owner_all on party_times to current_user using (true) with check (true);
-- For the lead alone.
create policy of_lead on party_times to zhongtiao_app
  using (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes())));
