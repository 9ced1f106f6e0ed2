alter table violation_findings enable row level security, force row level security;
create policy owner_all on violation_findings to current_user using (true) with check (true);
-- What the police found is for the police line: its lead, its station and the head; no helper, no committee.
create policy read on violation_findings for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from app.own_rights a where a.county_id = violation_findings.county_id and a.dispute_id = violation_findings.dispute_id and a.proceeding_id = violation_findings.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on violation_findings for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and exists (select from app.own_rights a where a.county_id = violation_findings.county_id and a.dispute_id = violation_findings.dispute_id and a.proceeding_id = violation_findings.proceeding_id
      and a.relation = 'lead' offset 0));
create policy by_system on violation_findings to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table violation_people enable row level security, force row level security;
create policy owner_all on violation_people to current_user using (true) with check (true);
create policy read on violation_people for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from violation_findings g
      where g.county_id = violation_people.county_id and g.id = violation_people.finding_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on violation_people for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and exists (select from violation_findings g
      where g.county_id = violation_people.county_id and g.id = violation_people.finding_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy by_system on violation_people to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table guardian_summonses enable row level security, force row level security;
create policy owner_all on guardian_summonses to current_user using (true) with check (true);
create policy read on guardian_summonses for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from app.own_rights a where a.county_id = guardian_summonses.county_id and a.dispute_id = guardian_summonses.dispute_id and a.proceeding_id = guardian_summonses.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on guardian_summonses for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and exists (select from app.own_rights a where a.county_id = guardian_summonses.county_id and a.dispute_id = guardian_summonses.dispute_id and a.proceeding_id = guardian_summonses.proceeding_id
      and a.relation = 'lead' offset 0));
create policy by_system on guardian_summonses to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table case_accounts enable row level security, force row level security;
create policy owner_all on case_accounts to current_user using (true) with check (true);
create policy read on case_accounts for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from app.own_rights a where a.county_id = case_accounts.county_id and a.dispute_id = case_accounts.dispute_id and a.proceeding_id = case_accounts.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on case_accounts for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and recorded_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = case_accounts.county_id and a.dispute_id = case_accounts.dispute_id and a.proceeding_id = case_accounts.proceeding_id
      and a.relation = 'lead' offset 0));
create policy by_system on case_accounts to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table on_spot_forms enable row level security, force row level security;
create policy owner_all on on_spot_forms to current_user using (true) with check (true);
create policy read on on_spot_forms for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from agreements g
      where g.county_id = on_spot_forms.county_id and g.id = on_spot_forms.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on on_spot_forms for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and exists (select from agreements g
      where g.county_id = on_spot_forms.county_id and g.id = on_spot_forms.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy by_system on on_spot_forms to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table settlement_applications enable row level security, force row level security;
create policy owner_all on settlement_applications to current_user using (true) with check (true);
create policy read on settlement_applications for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from app.own_rights a where a.county_id = settlement_applications.county_id and a.dispute_id = settlement_applications.dispute_id and a.proceeding_id = settlement_applications.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on settlement_applications for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and exists (select from app.own_rights a where a.county_id = settlement_applications.county_id and a.dispute_id = settlement_applications.dispute_id and a.proceeding_id = settlement_applications.proceeding_id
      and a.relation = 'lead' offset 0));
-- Decided by the head of the station.
create policy decide on settlement_applications for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = settlement_applications.county_id and a.dispute_id = settlement_applications.dispute_id and a.proceeding_id = settlement_applications.proceeding_id
      and a.relation = 'station' and a.as_head offset 0));
create policy by_system on settlement_applications to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table settlement_applicants enable row level security, force row level security;
create policy owner_all on settlement_applicants to current_user using (true) with check (true);
create policy read on settlement_applicants for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_officer()) or (select app.is_head())) and exists (select from settlement_applications g
      where g.county_id = settlement_applicants.county_id and g.id = settlement_applicants.application_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on settlement_applicants for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (select app.is_officer()) and exists (select from settlement_applications g
      where g.county_id = settlement_applicants.county_id and g.id = settlement_applicants.application_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy by_system on settlement_applicants to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
