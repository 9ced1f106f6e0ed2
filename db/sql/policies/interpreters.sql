alter table interpreters enable row level security, force row level security;
create policy owner_all on interpreters to current_user using (true) with check (true);
-- As the sessions at which they are expected. They themselves read nothing of it but when and where (app.own_interpreting).
create policy read on interpreters for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreters.county_id and a.dispute_id = interpreters.dispute_id and a.proceeding_id = interpreters.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on interpreters for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreters.county_id and a.dispute_id = interpreters.dispute_id and a.proceeding_id = interpreters.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy change on interpreters for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreters.county_id and a.dispute_id = interpreters.dispute_id and a.proceeding_id = interpreters.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on interpreters to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- What they were asked and answered: for whoever reads the sessions, as the needs below.
alter table interpreter_askings enable row level security, force row level security;
create policy owner_all on interpreter_askings to current_user using (true) with check (true);
create policy read on interpreter_askings for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreter_askings.county_id and a.dispute_id = interpreter_askings.dispute_id and a.proceeding_id = interpreter_askings.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy add on interpreter_askings for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreter_askings.county_id and a.dispute_id = interpreter_askings.dispute_id and a.proceeding_id = interpreter_askings.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy change on interpreter_askings for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreter_askings.county_id and a.dispute_id = interpreter_askings.dispute_id and a.proceeding_id = interpreter_askings.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on interpreter_askings to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- For whoever reads the sessions; an officer of the station who only reads the paper learns nothing of them.
alter table interpreting_needs enable row level security, force row level security;
create policy owner_all on interpreting_needs to current_user using (true) with check (true);
create policy read on interpreting_needs for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreting_needs.county_id and a.dispute_id = interpreting_needs.dispute_id and a.proceeding_id = interpreting_needs.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy add on interpreting_needs for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = interpreting_needs.county_id and a.dispute_id = interpreting_needs.dispute_id and a.proceeding_id = interpreting_needs.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on interpreting_needs to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
