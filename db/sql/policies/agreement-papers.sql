-- Read through app.readable_papers, by whoever reads the agreement; written by a trigger.
alter table agreement_papers enable row level security, force row level security;
create policy owner_all on agreement_papers to current_user using (true) with check (true);
create policy read on agreement_papers for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = agreement_papers.county_id and g.id = agreement_papers.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy by_system on agreement_papers to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

-- As the contacts of the parties themselves (app.readable_parties): for those who work on the dispute alone. Written by a trigger.
alter table paper_particulars enable row level security, force row level security;
create policy owner_all on paper_particulars to current_user using (true) with check (true);
create policy read on paper_particulars for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = paper_particulars.county_id and g.id = paper_particulars.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.is_current and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on paper_particulars to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
