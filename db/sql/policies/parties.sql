alter table parties enable row level security, force row level security;
create policy owner_all on parties to current_user using (true) with check (true);
-- The station knows them on either line: they are whom its calls were about.
create policy read on parties for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = parties.county_id and a.dispute_id = parties.dispute_id
      and a.relation <> 'invited' offset 0));
create policy add on parties for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = parties.county_id and a.dispute_id = parties.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy change on parties for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = parties.county_id and a.dispute_id = parties.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy by_system on parties to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- Like an agreement, beside which they stand; read through app.readable_party_changes, written by a trigger.
alter table party_changes enable row level security, force row level security;
create policy owner_all on party_changes to current_user using (true) with check (true);
create policy read on party_changes for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_changes.county_id and a.dispute_id = party_changes.dispute_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy by_system on party_changes to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- Who died or left, why, and who follows them: for those who work on the dispute. Others read that a party has departed.
alter table party_exits enable row level security, force row level security;
create policy owner_all on party_exits to current_user using (true) with check (true);
create policy read on party_exits for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_exits.county_id and a.dispute_id = party_exits.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy add on party_exits for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_exits.county_id and a.dispute_id = party_exits.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy change on party_exits for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_exits.county_id and a.dispute_id = party_exits.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy by_system on party_exits to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table party_successions enable row level security, force row level security;
create policy owner_all on party_successions to current_user using (true) with check (true);
create policy read on party_successions for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_successions.county_id and a.dispute_id = party_successions.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy add on party_successions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_successions.county_id and a.dispute_id = party_successions.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy change on party_successions for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_successions.county_id and a.dispute_id = party_successions.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy by_system on party_successions to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table party_links enable row level security, force row level security;
create policy owner_all on party_links to current_user using (true) with check (true);
create policy read on party_links for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_links.county_id and a.dispute_id = party_links.dispute_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on party_links for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_links.county_id and a.dispute_id = party_links.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy change on party_links for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_links.county_id and a.dispute_id = party_links.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy remove on party_links for delete to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = party_links.county_id and a.dispute_id = party_links.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy by_system on party_links to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
alter table elections enable row level security, force row level security;
create policy owner_all on elections to current_user using (true) with check (true);
create policy read on elections for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = elections.county_id and a.dispute_id = elections.dispute_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy add on elections for insert to zhongtiao_app with check (
  county_id = (select app.county()) and recorded_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = elections.county_id and a.dispute_id = elections.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy by_system on elections to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
