alter table performances enable row level security, force row level security;
create policy owner_all on performances to current_user using (true) with check (true);
create policy read on performances for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = performances.county_id and o.id = performances.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on performances for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = performances.county_id and o.id = performances.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on performances to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table urges enable row level security, force row level security;
create policy owner_all on urges to current_user using (true) with check (true);
create policy read on urges for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = urges.county_id and o.id = urges.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on urges for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = urges.county_id and o.id = urges.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'committee') or a.relation in ('station', 'otherLine') and (select app.is_head())) offset 0) offset 0));
create policy by_system on urges to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table breaches enable row level security, force row level security;
create policy owner_all on breaches to current_user using (true) with check (true);
create policy read on breaches for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = breaches.county_id and o.id = breaches.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee')
        or a.relation in ('station', 'otherLine') and (select app.is_head())) offset 0) offset 0));
create policy add on breaches for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = breaches.county_id and o.id = breaches.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on breaches to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table ledger_contests enable row level security, force row level security;
create policy owner_all on ledger_contests to current_user using (true) with check (true);
-- Whoever reads an entry reads whether it is contested.
create policy read on ledger_contests for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = ledger_contests.county_id and o.id = ledger_contests.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0));
create policy add on ledger_contests for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where o.county_id = ledger_contests.county_id and o.id = ledger_contests.obligation_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on ledger_contests to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table ledger_contest_ends enable row level security, force row level security;
create policy owner_all on ledger_contest_ends to current_user using (true) with check (true);
-- Whoever reads what is contested reads how it ended.
create policy read on ledger_contest_ends for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from ledger_contests k where k.county_id = ledger_contest_ends.county_id and k.id = ledger_contest_ends.contest_id offset 0));
create policy add on ledger_contest_ends for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from ledger_contests k join obligations o on o.county_id = k.county_id and o.id = k.obligation_id
      join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
      where k.county_id = ledger_contest_ends.county_id and k.id = ledger_contest_ends.contest_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on ledger_contest_ends to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table follow_up_visits enable row level security, force row level security;
create policy owner_all on follow_up_visits to current_user using (true) with check (true);
create policy read on follow_up_visits for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = follow_up_visits.county_id and a.dispute_id = follow_up_visits.dispute_id and a.proceeding_id = follow_up_visits.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on follow_up_visits for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = follow_up_visits.county_id and a.dispute_id = follow_up_visits.dispute_id and a.proceeding_id = follow_up_visits.proceeding_id
      and a.relation in ('lead', 'committee') offset 0));
create policy by_system on follow_up_visits to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
