alter table panel_rules enable row level security, force row level security;
create policy owner_all on panel_rules to current_user using (true) with check (true);
create policy in_county on panel_rules for select to zhongtiao_app
  using (county_id = (select app.county()));
-- A head rules for their own committee, in their own name, and from today or later: what was decided keeps its rule.
create policy added_by_head on panel_rules for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.office()) = 'committeeHead' and committee_id = any ((select app.subjects())::uuid[])
    and written_by = (select app.person()) and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date);
create policy changed_by_head on panel_rules for update to zhongtiao_app using (
  county_id = (select app.county()) and (select app.office()) = 'committeeHead' and committee_id = any ((select app.subjects())::uuid[])
    and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date)
  with check (
  county_id = (select app.county()) and (select app.office()) = 'committeeHead' and committee_id = any ((select app.subjects())::uuid[])
    and written_by = (select app.person()) and valid_from >= ((select app.now()) at time zone 'Asia/Shanghai')::date);

alter table ties enable row level security, force row level security;
create policy owner_all on ties to current_user using (true) with check (true);
-- A tie is read by the lead, the committee and the helper it is about, who may disclose it before accepting.
create policy for_staff on ties to zhongtiao_app using (
  county_id = (select app.county()) and (person_id = (select app.person())
    or exists (select from app.own_rights a where a.county_id = ties.county_id and a.dispute_id = ties.dispute_id
      and (a.relation in ('lead', 'committee') or a.relation = 'station' and a.as_head) and a.is_current offset 0)))
  with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = ties.county_id and a.dispute_id = ties.dispute_id
      and (a.relation in ('lead', 'committee') or a.relation = 'station' and a.as_head or ties.source = 'disclosed' and ties.person_id = (select app.person())) and a.is_current offset 0));
create policy by_system on ties to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table tie_waivers enable row level security, force row level security;
create policy owner_all on tie_waivers to current_user using (true) with check (true);
create policy about_me on tie_waivers for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
-- A waiver reveals the tie, so the same people may read it.
create policy for_staff on tie_waivers to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = tie_waivers.county_id and a.dispute_id = tie_waivers.dispute_id and a.proceeding_id = tie_waivers.proceeding_id
      and (a.relation in ('lead', 'committee') or a.relation = 'station' and a.as_head) offset 0));
create policy by_system on tie_waivers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table tie_waiver_parties enable row level security, force row level security;
create policy owner_all on tie_waiver_parties to current_user using (true) with check (true);
create policy for_staff on tie_waiver_parties to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from tie_waivers t
      where t.county_id = tie_waiver_parties.county_id and t.id = tie_waiver_parties.waiver_id
        and exists (select from app.own_rights a where a.county_id = t.county_id and a.dispute_id = t.dispute_id and a.proceeding_id = t.proceeding_id
          and (a.relation in ('lead', 'committee') or a.relation = 'station' and a.as_head) offset 0) offset 0));
create policy by_system on tie_waiver_parties to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table recusals enable row level security, force row level security;
create policy owner_all on recusals to current_user using (true) with check (true);
create policy about_me on recusals for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
-- Nobody but triggers and the worker writes them.
create policy for_staff on recusals for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = recusals.county_id and a.dispute_id = recusals.dispute_id and a.proceeding_id = recusals.proceeding_id
      and (a.relation in ('lead', 'committee') or a.relation = 'station' and a.as_head) offset 0));
create policy by_system on recusals to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table party_times enable row level security, force row level security;
create policy owner_all on party_times to current_user using (true) with check (true);
-- For the lead alone.
create policy of_lead on party_times to zhongtiao_app using (
  county_id = (select app.county())
    and exists (select from app.own_rights a where a.county_id = party_times.county_id and a.dispute_id = party_times.dispute_id
      and a.relation = 'lead' and a.is_current offset 0));
