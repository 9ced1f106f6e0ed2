alter table sessions enable row level security, force row level security;
create policy owner_all on sessions to current_user using (true) with check (true);
create policy read on sessions for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = sessions.county_id and a.dispute_id = sessions.dispute_id and a.proceeding_id = sessions.proceeding_id
      and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0));
create policy add on sessions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = sessions.county_id and a.dispute_id = sessions.dispute_id and a.proceeding_id = sessions.proceeding_id
      and a.relation in ('lead', 'committee', 'joined') offset 0));
create policy change on sessions for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = sessions.county_id and a.dispute_id = sessions.dispute_id and a.proceeding_id = sessions.proceeding_id
      and a.relation in ('lead', 'committee', 'joined') offset 0));
create policy by_system on sessions to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table slots enable row level security, force row level security;
create policy owner_all on slots to current_user using (true) with check (true);
-- Time taken is known to the whole county, so that nobody is booked twice; it names no dispute. It is taken and given back by
-- whoever works on the session's proceeding, or belongs to the town hall's station. A hold that ran out is anybody's to clear.
create policy in_county on slots for select to zhongtiao_app
  using (county_id = (select app.county()));
create policy of_booking on slots to zhongtiao_app
  using (county_id = (select app.county()) and (exists (select from sessions s
      where s.county_id = slots.county_id and s.id = slots.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0)
    or exists (select from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
      where m.county_id = slots.county_id and m.id = slots.meeting_id and t.station_id = (select app.station()) offset 0)));
create policy by_system on slots to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));
create policy ran_out on slots for delete to zhongtiao_app
  using (county_id = (select app.county()) and held_until <= (select app.now()));

alter table session_people enable row level security, force row level security;
create policy owner_all on session_people to current_user using (true) with check (true);
-- And each person the sessions at which they are expected.
create policy read on session_people for select to zhongtiao_app using (
  county_id = (select app.county()) and (person_id = (select app.person())
    or exists (select from sessions s
      where s.county_id = session_people.county_id and s.id = session_people.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and (a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station')
        or a.relation = 'otherLine' and a.as_head) offset 0) offset 0)));
create policy add on session_people for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_people.county_id and s.id = session_people.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and (a.relation in ('lead', 'committee') or a.relation = 'joined' and session_people.person_id = (select app.person())) offset 0) offset 0));
create policy change on session_people for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_people.county_id and s.id = session_people.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and (a.relation in ('lead', 'committee') or a.relation = 'joined' and session_people.person_id = (select app.person())) offset 0) offset 0));
create policy remove on session_people for delete to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_people.county_id and s.id = session_people.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and (a.relation in ('lead', 'committee') or a.relation = 'joined' and session_people.person_id = (select app.person())) offset 0) offset 0));
create policy by_system on session_people to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table session_needs enable row level security, force row level security;
create policy owner_all on session_needs to current_user using (true) with check (true);
create policy read on session_needs for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_needs.county_id and s.id = session_needs.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy add on session_needs for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_needs.county_id and s.id = session_needs.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy change on session_needs for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_needs.county_id and s.id = session_needs.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy remove on session_needs for delete to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_needs.county_id and s.id = session_needs.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on session_needs to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table session_tellings enable row level security, force row level security;
create policy owner_all on session_tellings to current_user using (true) with check (true);
-- For the lead and the committee, as what else parties were told (notifications).
create policy read on session_tellings for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_tellings.county_id and s.id = session_tellings.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy add on session_tellings for insert to zhongtiao_app with check (
  county_id = (select app.county()) and entered_by = (select app.person()) and exists (select from sessions s
      where s.county_id = session_tellings.county_id and s.id = session_tellings.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on session_tellings to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table video_links enable row level security, force row level security;
create policy owner_all on video_links to current_user using (true) with check (true);
-- For the lead and whoever is expected at the session.
create policy read on video_links for select to zhongtiao_app using (
  county_id = (select app.county()) and (exists (select from sessions s
      where s.county_id = video_links.county_id and s.id = video_links.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'formerLead') offset 0) offset 0)
    or exists (select from session_people sp where sp.county_id = video_links.county_id and sp.session_id = video_links.session_id
        and sp.person_id = (select app.person()) offset 0)
      and exists (select from app.own_rights a where a.county_id = video_links.county_id and a.dispute_id = video_links.dispute_id
      and a.relation <> 'invited' offset 0)));
create policy add on video_links for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = video_links.county_id and s.id = video_links.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy change on video_links for update to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = video_links.county_id and s.id = video_links.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy remove on video_links for delete to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = video_links.county_id and s.id = video_links.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation = 'lead' offset 0) offset 0));
create policy by_system on video_links to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table session_records enable row level security, force row level security;
create policy owner_all on session_records to current_user using (true) with check (true);
-- Read by those who take part; the station sees that and when it was held, not what was said.
create policy read on session_records for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_records.county_id and s.id = session_records.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined') offset 0) offset 0));
create policy add on session_records for insert to zhongtiao_app with check (
  county_id = (select app.county()) and exists (select from sessions s
      where s.county_id = session_records.county_id and s.id = session_records.session_id
        and exists (select from app.own_rights a where a.county_id = s.county_id and a.dispute_id = s.dispute_id and a.proceeding_id = s.proceeding_id
          and a.relation in ('lead', 'committee') offset 0) offset 0));
create policy by_system on session_records to zhongtiao_system
  using (county_id = (select app.county())) with check (county_id = (select app.county()));

alter table notes enable row level security, force row level security;
create policy owner_all on notes to current_user using (true) with check (true);
-- Open and joint by relation; one side and mediator-only for their author and the lead of the proceeding they were said
-- in; sealed for the station head. One written before triage belongs to the dispute.
create policy lanes on notes for select to zhongtiao_app using (
  county_id = (select app.county()) and exists (select from app.own_rights a where a.county_id = notes.county_id and a.dispute_id = notes.dispute_id
      and (a.proceeding_id = notes.proceeding_id or notes.proceeding_id is null and (a.until is null or notes.written_at <= a.until))
      and case notes.lane
        when 'open' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined', 'station') or a.relation = 'otherLine' and a.as_head
        when 'joint' then a.relation in ('lead', 'formerLead', 'successor', 'committee', 'joined')
        when 'sealed' then a.relation in ('station', 'otherLine') and (select app.is_head())
        else a.relation in ('lead', 'formerLead') and (notes.author_id = (select app.person())
          or exists (select from people p where p.county_id = notes.county_id and p.id = notes.author_id and (p.role = 'officer') = (select app.is_officer()) offset 0)) end offset 0));
create policy write_lanes on notes for insert to zhongtiao_app with check (
  county_id = (select app.county()) and author_id = (select app.person()) and exists (select from app.own_rights a where a.county_id = notes.county_id and a.dispute_id = notes.dispute_id
      and (a.proceeding_id = notes.proceeding_id or notes.proceeding_id is null and (a.until is null or notes.written_at <= a.until))
      and case notes.lane
        when 'open' then a.relation in ('lead', 'committee', 'joined', 'station')
        when 'joint' then a.relation in ('lead', 'committee', 'joined')
        when 'sealed' then a.relation = 'lead' or a.relation in ('station', 'otherLine') and (select app.is_head())
        else a.relation = 'lead' end offset 0));
