-- A list names nobody of a matter: who took dossiers, where they lie. Its file is given to the head of the committee alone.
alter table deposits enable row level security, force row level security;
create policy owner_all on deposits to current_user using (true) with check (true);
create policy in_county on deposits for select to zhongtiao_app using (county_id = (select app.county()));
create policy by_head on deposits for insert to zhongtiao_app with check (
  county_id = (select app.county()) and committee_id = (select app.template_office()) and deposited_by = (select app.person())
    and deposited_at = (select app.now()) and pdf_sha256 is null);
create policy by_system on deposits to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- Where a dossier lies, for whoever reads the dossier.
alter table deposited_dossiers enable row level security, force row level security;
create policy owner_all on deposited_dossiers to current_user using (true) with check (true);
create policy read on deposited_dossiers for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = deposited_dossiers.county_id
      and a.dispute_id = deposited_dossiers.dispute_id and a.proceeding_id = deposited_dossiers.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee')
        or a.relation in ('station', 'otherLine') and a.as_head) offset 0));
create policy by_head on deposited_dossiers for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = deposited_dossiers.county_id
      and a.dispute_id = deposited_dossiers.dispute_id and a.proceeding_id = deposited_dossiers.proceeding_id
      and a.relation = 'committee' offset 0)
    and exists (select from deposits l where l.county_id = deposited_dossiers.county_id and l.id = deposited_dossiers.deposit_id
      and l.deposited_by = (select app.person()) and l.deposited_at = (select app.now()) offset 0));
create policy by_system on deposited_dossiers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
