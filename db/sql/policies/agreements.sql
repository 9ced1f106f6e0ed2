alter table agreements enable row level security, force row level security;
create policy owner_all on agreements to current_user using (true) with check (true);
-- Whoever reaches its proceeding reads it; the lead, and the committee where it is theirs, write it.
create policy read on agreements for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = agreements.county_id and a.dispute_id = agreements.dispute_id and a.proceeding_id = agreements.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on agreements for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = agreements.county_id and a.dispute_id = agreements.dispute_id and a.proceeding_id = agreements.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy change on agreements for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = agreements.county_id and a.dispute_id = agreements.dispute_id and a.proceeding_id = agreements.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on agreements to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table obligations enable row level security, force row level security;
create policy owner_all on obligations to current_user using (true) with check (true);
-- Like their agreement, and so are the next three.
create policy read on obligations for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = obligations.county_id and g.id = obligations.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on obligations for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = obligations.county_id and g.id = obligations.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy change on obligations for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = obligations.county_id and g.id = obligations.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy remove on obligations for delete to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = obligations.county_id and g.id = obligations.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on obligations to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table obligation_parties enable row level security, force row level security;
create policy owner_all on obligation_parties to current_user using (true) with check (true);
create policy read on obligation_parties for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = obligation_parties.county_id and o.id = obligation_parties.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on obligation_parties for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = obligation_parties.county_id and o.id = obligation_parties.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy remove on obligation_parties for delete to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = obligation_parties.county_id and o.id = obligation_parties.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on obligation_parties to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table seals enable row level security, force row level security;
create policy owner_all on seals to current_user using (true) with check (true);
create policy read on seals for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = seals.county_id and g.id = seals.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on seals for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from agreements g
      where g.county_id = seals.county_id and g.id = seals.agreement_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation = 'committee' offset 0) offset 0));
create policy by_system on seals to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
