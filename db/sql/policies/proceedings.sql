alter table proceedings enable row level security, force row level security;
create policy owner_all on proceedings to current_user using (true) with check (true);
-- Each for those who have a right to it, not for those who had one to another of the same dispute.
create policy any_relation on proceedings for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = proceedings.county_id and a.dispute_id = proceedings.dispute_id and a.proceeding_id = proceedings.id offset 0));
-- Opened by either organisation, and by whoever led what ended (people who may not triage are refused by the policy).
create policy add on proceedings for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = proceedings.county_id and a.dispute_id = proceedings.dispute_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') and a.is_current offset 0));
create policy change on proceedings for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = proceedings.county_id and a.dispute_id = proceedings.dispute_id and a.proceeding_id = proceedings.id offset 0));
create policy by_system on proceedings to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table notices enable row level security, force row level security;
create policy owner_all on notices to current_user using (true) with check (true);
create policy read on notices for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = notices.county_id and a.dispute_id = notices.dispute_id and a.proceeding_id = notices.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on notices for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = notices.county_id and a.dispute_id = notices.dispute_id and a.proceeding_id = notices.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on notices to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table consents enable row level security, force row level security;
create policy owner_all on consents to current_user using (true) with check (true);
create policy read on consents for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = consents.county_id and a.dispute_id = consents.dispute_id and a.proceeding_id = consents.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on consents for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = consents.county_id and a.dispute_id = consents.dispute_id and a.proceeding_id = consents.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on consents to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table endings enable row level security, force row level security;
create policy owner_all on endings to current_user using (true) with check (true);
create policy read on endings for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = endings.county_id and a.dispute_id = endings.dispute_id and a.proceeding_id = endings.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on endings for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = endings.county_id and a.dispute_id = endings.dispute_id and a.proceeding_id = endings.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
-- The head of the station writes the ending of what they approved (程序规定 186).
create policy add_by_head on endings for insert to zhongtiao_app with check (
  county_id = (select app.county()) and outcome = 'publicSecuritySettled' and exists (select from app.own_rights a where a.county_id = endings.county_id and a.dispute_id = endings.dispute_id and a.proceeding_id = endings.proceeding_id
      and a.relation = 'station' and a.as_head offset 0));
create policy by_system on endings to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table access_requests enable row level security, force row level security;
create policy owner_all on access_requests to current_user using (true) with check (true);
-- For whoever asked, and for the heads of the station and of the committee that have a right to the dispute now: they decide.
create policy own on access_requests for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
create policy own_by_system on access_requests for select to zhongtiao_system using (county_id = (select app.county()));
create policy heads on access_requests for select to zhongtiao_app using (
  county_id = (select app.county()) and (select app.may_decide_access())
    and exists (select from app.own_rights a where a.county_id = access_requests.county_id and a.dispute_id = access_requests.dispute_id and a.relation in ('station', 'otherLine', 'committee') and a.is_current offset 0));
create policy add on access_requests for insert to zhongtiao_app with check (
  county_id = (select app.county()) and person_id = (select app.person())
    and exists (select from app.own_rights a where a.county_id = access_requests.county_id and a.dispute_id = access_requests.dispute_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') and a.is_current offset 0));
create policy add_by_system on access_requests for insert to zhongtiao_system with check (county_id = (select app.county()));
create policy decide on access_requests for update to zhongtiao_app using (
  county_id = (select app.county()) and (select app.may_decide_access())
    and exists (select from app.own_rights a where a.county_id = access_requests.county_id and a.dispute_id = access_requests.dispute_id and a.relation in ('station', 'otherLine', 'committee') and a.is_current offset 0));
