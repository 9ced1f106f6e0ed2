alter table invitations enable row level security, force row level security;
create policy owner_all on invitations to current_user using (true) with check (true);
-- The invitee's own invitations, also of disputes they can no longer reach.
create policy own_history on invitations for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy any_relation on invitations to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.touched_disputes()))));

alter table invitation_links enable row level security, force row level security;
create policy owner_all on invitation_links to current_user using (true) with check (true);
-- For the lead and the committee; the guest never reads this table.
create policy for_staff on invitation_links to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))));
