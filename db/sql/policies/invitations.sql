alter table invitations enable row level security, force row level security;
create policy owner_all on invitations to current_user using (true) with check (true);
-- The invitee has no right of their own to the row: what a card still shows of a matter they have left, app.own_cards() says.
create policy any_relation on invitations to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.touched_disputes()))));

alter table invitation_links enable row level security, force row level security;
create policy owner_all on invitation_links to current_user using (true) with check (true);
-- For the lead and the committee; the guest never reads this table.
create policy for_staff on invitation_links to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))));
