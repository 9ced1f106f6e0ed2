alter table transfers enable row level security, force row level security;
create policy owner_all on transfers to current_user using (true) with check (true);
-- For those who work on the matter or read its record, and for the heads of the side it was offered to or came from: they
-- read why it was offered, and of the matter itself what app.transfers_of_office gives.
create policy read on transfers for select to zhongtiao_app using (
  county_id = (select app.county()) and (exists (select from app.own_rights a where a.county_id = transfers.county_id and a.dispute_id = transfers.dispute_id
      and (a.proceeding_id = transfers.proceeding_id or a.proceeding_id = transfers.next_proceeding_id)
      and (a.relation in ('lead', 'formerLead', 'committee') or a.relation = 'station' and a.as_head) offset 0)
    or (select app.may_decide_access()) and (to_station_id = any ((select app.subjects())::uuid[]) or to_committee_id = any ((select app.subjects())::uuid[]))));
create policy offer on transfers for insert to zhongtiao_app with check (
  county_id = (select app.county()) and offered_by = (select app.person()) and not is_succession
    and exists (select from app.own_rights a where a.county_id = transfers.county_id and a.dispute_id = transfers.dispute_id
      and a.proceeding_id = transfers.proceeding_id and a.is_current and a.relation in ('lead', 'committee', 'station') offset 0));
create policy change on transfers for update to zhongtiao_app using (
  county_id = (select app.county()) and (exists (select from app.own_rights a where a.county_id = transfers.county_id and a.dispute_id = transfers.dispute_id
      and a.proceeding_id = transfers.proceeding_id and a.relation in ('lead', 'formerLead', 'committee', 'station') offset 0)
    or (select app.may_decide_access()) and (to_station_id = any ((select app.subjects())::uuid[]) or to_committee_id = any ((select app.subjects())::uuid[]))));
create policy by_system on transfers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
