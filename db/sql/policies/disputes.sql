alter table disputes enable row level security, force row level security;
create policy owner_all on disputes to current_user using (true) with check (true);
-- An invitee needs the dispute's row, which holds no facts, in order to answer.
create policy any_relation on disputes for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = disputes.county_id and a.dispute_id = disputes.id offset 0));
create policy register on disputes for insert to zhongtiao_app with check (
  county_id = (select app.county()) and (station_id = any ((select app.subjects())::uuid[]) or committee_id = any ((select app.subjects())::uuid[])));
-- Locked by everybody who may read it, changed by those whom it concerns now.
create policy change on disputes for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = disputes.county_id and a.dispute_id = disputes.id offset 0))
  with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = disputes.county_id and a.dispute_id = disputes.id and a.is_current offset 0));
create policy by_system on disputes to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table dispute_facts enable row level security, force row level security;
create policy owner_all on dispute_facts to current_user using (true) with check (true);
-- The dispute's own, for whoever reads one of its proceedings.
create policy read on dispute_facts for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = dispute_facts.county_id and a.dispute_id = dispute_facts.dispute_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on dispute_facts for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = dispute_facts.county_id and a.dispute_id = dispute_facts.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy change on dispute_facts for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = dispute_facts.county_id and a.dispute_id = dispute_facts.dispute_id
      and a.relation in ('lead', 'committee', 'station') and a.is_current offset 0));
create policy by_system on dispute_facts to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table dispute_access enable row level security, force row level security;
create policy owner_all on dispute_access to current_user using (true) with check (true);
-- Read by the person it is about; written by triggers alone. A right that a restriction of the matter closed is shown while
-- a window of the reader's is open: with it opens, and closes, every policy that asks this table (docs/adr/0030). Whoever has
-- several roles reads in each what it stands to: as a helper what they help in, otherwise the rest (docs/adr/0062).
create policy own_rights on dispute_access for select to zhongtiao_app using (
  county_id = (select app.county()) and subject_id = any ((select app.subjects())::uuid[])
    and (relation in ('joined', 'invited')) <> (select app.is_office())
    and (not is_hidden or exists (select from app.own_windows w where w.county_id = dispute_access.county_id
      and w.dispute_id = dispute_access.dispute_id offset 0)));
create policy by_system on dispute_access to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- For those who work on the dispute as it stands: an old title may name a minor, and old facts are facts. Written by triggers.
alter table dispute_changes enable row level security, force row level security;
create policy owner_all on dispute_changes to current_user using (true) with check (true);
create policy read on dispute_changes for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = dispute_changes.county_id and a.dispute_id = dispute_changes.dispute_id
      and a.relation in ('lead', 'committee') and a.is_current offset 0));
create policy by_system on dispute_changes to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table triages enable row level security, force row level security;
create policy owner_all on triages to current_user using (true) with check (true);
create policy read on triages for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = triages.county_id and a.dispute_id = triages.dispute_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) and (a.until is null or triages.decided_at <= a.until) offset 0));
-- By either organisation, and by whoever led what ended: for the time being nobody else may take it up.
create policy add on triages for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = triages.county_id and a.dispute_id = triages.dispute_id
      and a.relation in ('lead', 'formerLead', 'committee', 'station', 'otherLine') and a.is_current offset 0));
create policy by_system on triages to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
