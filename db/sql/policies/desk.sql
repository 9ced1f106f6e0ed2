alter table desk_cards enable row level security, force row level security;
create policy owner_all on desk_cards to current_user using (true) with check (true);
-- By the lead, or by its author. It never leaves its lane by an update: see desk_cards_stay_in_lane.
create policy change_lanes on desk_cards for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = desk_cards.county_id and s.id = desk_cards.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and (a.relation = 'lead'
        or desk_cards.author_id = (select app.person()) and desk_cards.lane in ('open', 'joint') and a.relation in ('lead', 'committee', 'joined')) offset 0) offset 0));
-- Like notes, by the proceeding of their session.
create policy lanes on desk_cards for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = desk_cards.county_id and s.id = desk_cards.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and case desk_cards.lane
        when 'open' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station') or a.relation = 'otherLine' and a.as_head
        when 'joint' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        when 'sealed' then a.relation in ('station', 'otherLine') and (select app.is_head())
        else a.relation in ('lead', 'formerLead') and (desk_cards.author_id = (select app.person())
          or exists (select from people p where p.county_id = desk_cards.county_id and p.id = desk_cards.author_id and (p.role = 'officer') = (select app.is_officer()) offset 0)) end offset 0) offset 0));
create policy write_lanes on desk_cards for insert to zhongtiao_app with check (
  county_id = (select app.county()) and author_id = (select app.person()) and exists (select from sessions s
      where s.county_id = desk_cards.county_id and s.id = desk_cards.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and case desk_cards.lane
        when 'open' then a.relation in ('lead', 'committee', 'joined', 'station')
        when 'joint' then a.relation in ('lead', 'committee', 'joined')
        when 'sealed' then a.relation = 'lead' or a.relation in ('station', 'otherLine') and (select app.is_head())
        else a.relation = 'lead' end offset 0) offset 0));

alter table number_polls enable row level security, force row level security;
create policy owner_all on number_polls to current_user using (true) with check (true);
-- Only for the lead of its session; a mediator does not see one that an officer opened, nor the reverse.
create policy of_lead on number_polls to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = number_polls.county_id and s.id = number_polls.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0)
    and exists (select from people p where p.county_id = number_polls.county_id and p.id = number_polls.opened_by and (p.role = 'officer') = (select app.is_officer()) offset 0))
  with check (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = number_polls.county_id and s.id = number_polls.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));

alter table number_answers enable row level security, force row level security;
create policy owner_all on number_answers to current_user using (true) with check (true);
-- Written and never read: the trigger counts them.
create policy of_lead on number_answers for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from number_polls q where q.county_id = number_answers.county_id and q.id = number_answers.poll_id offset 0));

alter table fact_statements enable row level security, force row level security;
create policy owner_all on fact_statements to current_user using (true) with check (true);
-- What is said in a session: lead, committee and helpers who accepted.
create policy read on fact_statements for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = fact_statements.county_id and s.id = fact_statements.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined') offset 0) offset 0));
create policy add on fact_statements for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = fact_statements.county_id and s.id = fact_statements.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy by_system on fact_statements to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table fact_signatures enable row level security, force row level security;
create policy owner_all on fact_signatures to current_user using (true) with check (true);
-- Whoever reads the statement reads who signed it.
create policy read on fact_signatures for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from fact_statements f where f.county_id = fact_signatures.county_id and f.id = fact_signatures.statement_id offset 0));
create policy add on fact_signatures for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from fact_statements f join sessions s on s.county_id = f.county_id and s.id = f.session_id
      where f.county_id = fact_signatures.county_id and f.id = fact_signatures.statement_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy add_by_system on fact_signatures for insert to zhongtiao_system with check (county_id = (select app.county()));

alter table files enable row level security, force row level security;
create policy owner_all on files to current_user using (true) with check (true);
-- Like notes; what proves a task of a coordination is read and added by whoever reads the task and may answer it, and by nobody
-- else who helps.
create policy lanes on files for select to zhongtiao_app using (
  county_id = (select app.county()) and case when assignment_id is null
    then exists (select from app.own_rights a where a.county_id = files.county_id and a.dispute_id = files.dispute_id
      and (a.proceeding_id = files.proceeding_id or files.proceeding_id is null and (a.until is null or files.added_at <= a.until))
      and case files.lane
        when 'open' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station') or a.relation = 'otherLine' and a.as_head
        when 'joint' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        when 'sealed' then a.relation in ('station', 'otherLine') and (select app.is_head())
        else a.relation in ('lead', 'formerLead') and (files.added_by = (select app.person())
          or exists (select from people p where p.county_id = files.county_id and p.id = files.added_by and (p.role = 'officer') = (select app.is_officer()) offset 0)) end offset 0)
    else exists (select from assignments t where t.county_id = files.county_id and t.id = files.assignment_id and t.dispute_id = files.dispute_id offset 0) end);
create policy write_lanes on files for insert to zhongtiao_app with check (
  county_id = (select app.county()) and added_by = (select app.person()) and case when assignment_id is null
    then exists (select from app.own_rights a where a.county_id = files.county_id and a.dispute_id = files.dispute_id
      and (a.proceeding_id = files.proceeding_id or files.proceeding_id is null and (a.until is null or files.added_at <= a.until))
      and case files.lane
        when 'open' then a.relation in ('lead', 'committee', 'joined', 'station')
        when 'joint' then a.relation in ('lead', 'committee', 'joined')
        when 'sealed' then a.relation = 'lead' or a.relation in ('station', 'otherLine') and (select app.is_head())
        else a.relation = 'lead' end offset 0)
    else exists (select from assignments t join app.own_rights a on a.county_id = t.county_id and a.dispute_id = t.dispute_id and a.proceeding_id = t.proceeding_id
      where t.county_id = files.county_id and t.id = files.assignment_id and t.dispute_id = files.dispute_id and t.proceeding_id = files.proceeding_id
        and t.status in ('open', 'done')
        and (a.relation in ('lead', 'committee') or a.relation in ('invited', 'joined') and t.person_id = (select app.person())) offset 0) end);

alter table file_origins enable row level security, force row level security;
create policy owner_all on file_origins to current_user using (true) with check (true);
-- Whoever reads the file reads where it comes from, and whoever leads its proceeding says so.
create policy of_file on file_origins for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from files f where f.county_id = file_origins.county_id and f.id = file_origins.file_id offset 0));
create policy say on file_origins for insert to zhongtiao_app with check (
  county_id = (select app.county()) and said_by = (select app.person()) and exists (select from files f where f.county_id = file_origins.county_id
      and f.dispute_id = file_origins.dispute_id and f.id = file_origins.file_id
      and exists (select from app.own_rights a where a.county_id = f.county_id and a.dispute_id = f.dispute_id
        and (a.proceeding_id = f.proceeding_id or f.proceeding_id is null) and a.relation = 'lead' offset 0) offset 0));

alter table opinions enable row level security, force row level security;
create policy owner_all on opinions to current_user using (true) with check (true);
-- One given to the mediator alone is read by its author and the lead of its session.
create policy lanes on opinions for select to zhongtiao_app using (
  county_id = (select app.county()) and (lane = 'mediator' and person_id = (select app.person())
    or exists (select from sessions s
      where s.county_id = opinions.county_id and s.id = opinions.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and case opinions.lane when 'joint' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined') else a.relation in ('lead', 'formerLead') end offset 0) offset 0)));
create policy sign_own on opinions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and person_id = (select app.person()) and exists (select from sessions s
      where s.county_id = opinions.county_id and s.id = opinions.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'joined' offset 0) offset 0));

alter table harm_reports enable row level security, force row level security;
create policy owner_all on harm_reports to current_user using (true) with check (true);
create policy tell on harm_reports for insert to zhongtiao_app with check (
  county_id = (select app.county()) and reported_by = (select app.person())
    and exists (select from app.own_rights a where a.county_id = harm_reports.county_id and a.dispute_id = harm_reports.dispute_id
      and a.relation = 'lead' and a.is_current offset 0));
-- For the lead and the whole station, on either line: who is sent tonight is an officer (docs/adr, 0017).
create policy told on harm_reports for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = harm_reports.county_id and a.dispute_id = harm_reports.dispute_id
      and a.relation in ('lead', 'formerLead', 'station', 'otherLine') and (a.until is null or harm_reports.reported_at <= a.until) offset 0));
create policy told_by_system on harm_reports for select to zhongtiao_system using (county_id = (select app.county()));
