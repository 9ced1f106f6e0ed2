alter table notifications enable row level security, force row level security;
create policy owner_all on notifications to current_user using (true) with check (true);
-- A person's own notifications, and those of a proceeding for its lead and committee: what was told while another ran names its
-- helpers, and what was asked in it.
create policy told on notifications to zhongtiao_app using (
  county_id = (select app.county()) and (recipient_kind = 'person' and recipient_id = (select app.person())
    or exists (select from app.own_rights a where a.county_id = notifications.county_id and a.dispute_id = notifications.dispute_id
      and a.relation in ('lead', 'committee') and (a.until is null or notifications.created_at <= a.until)
      and (a.since is null or notifications.created_at > a.since) offset 0)))
  with check (county_id = (select app.county()) and recipient_kind = 'person' and recipient_id = (select app.person()));
create policy by_system on notifications to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table deliveries enable row level security, force row level security;
create policy owner_all on deliveries to current_user using (true) with check (true);
create policy told on deliveries to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_system())
    or exists (select from notifications n where n.county_id = deliveries.county_id and n.id = deliveries.notification_id offset 0)))
  with check (county_id = (select app.county()) and (select app.is_system()));
