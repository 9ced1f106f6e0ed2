alter table notifications enable row level security, force row level security;
create policy owner_all on notifications to current_user using (true) with check (true);
-- A person's own notifications, and those of a dispute for its lead and committee.
create policy told on notifications to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system())
    or recipient_kind = 'person' and recipient_id = (select app.person())
    or dispute_id is not null and dispute_id = any (array(select app.staff_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system())
    or recipient_kind = 'person' and recipient_id = (select app.person())));

alter table deliveries enable row level security, force row level security;
create policy owner_all on deliveries to current_user using (true) with check (true);
create policy told on deliveries to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or notification_id in (select id from notifications)))
  with check (county_id = (select app.county()) and (select app.is_system()));
