alter table invitations enable row level security, force row level security;
create policy owner_all on invitations to current_user using (true) with check (true);
-- Whoever is asked reaches the one row that asks them, and who has joined also the others of their proceeding. There is no
-- right to a row beyond that: what a card still shows of a matter that its invitee has left, app.own_cards() says.
create policy read on invitations for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = invitations.county_id and a.dispute_id = invitations.dispute_id and a.proceeding_id = invitations.proceeding_id
      and (a.relation <> 'otherLine' or (select app.is_head())) and (a.relation <> 'invited' or a.via = invitations.id) offset 0));
create policy add on invitations for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = invitations.county_id and a.dispute_id = invitations.dispute_id and a.proceeding_id = invitations.proceeding_id
      and a.relation in ('lead', 'committee', 'invited', 'joined') offset 0));
create policy change on invitations for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = invitations.county_id and a.dispute_id = invitations.dispute_id and a.proceeding_id = invitations.proceeding_id
      and a.relation in ('lead', 'committee', 'invited', 'joined') offset 0));
create policy by_system on invitations to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table invitation_links enable row level security, force row level security;
create policy owner_all on invitation_links to current_user using (true) with check (true);
-- For the lead and the committee; the guest never reads this table.
create policy for_staff on invitation_links to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from invitations i
      where i.county_id = invitation_links.county_id and i.id = invitation_links.invitation_id
        and exists (select from app.own_rights a where a.county_id = i.county_id and a.dispute_id = i.dispute_id and a.proceeding_id = i.proceeding_id
          and a.relation in ('lead', 'committee') offset 0)
      union all select from interpreter_askings k
      where k.county_id = invitation_links.county_id and k.id = invitation_links.asking_id
        and exists (select from app.own_rights a where a.county_id = k.county_id and a.dispute_id = k.dispute_id and a.proceeding_id = k.proceeding_id
          and a.relation in ('lead', 'committee') offset 0)
      union all select from signing_requests q join agreements g on g.county_id = q.county_id and g.id = q.agreement_id
      where q.county_id = invitation_links.county_id and q.id = invitation_links.request_id
        and exists (select from app.own_rights a where a.county_id = g.county_id and a.dispute_id = g.dispute_id and a.proceeding_id = g.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on invitation_links to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
