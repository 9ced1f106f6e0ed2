alter table desk_cards enable row level security, force row level security;
create policy owner_all on desk_cards to current_user using (true) with check (true);
-- By the lead, or by its author. It never leaves its lane by an update: see desk_cards_stay_in_lane.
create policy change_lanes on desk_cards for update to zhongtiao_app
  using (county_id = (select app.county()) and (dispute_id = any (array(select app.led_disputes()))
      or author_id = (select app.person()) and lane in ('open', 'joint') and dispute_id = any (array(select app.table_disputes()))));
-- Like notes.
create policy lanes on desk_cards for select to zhongtiao_app using (
  county_id = (select app.county()) and (
    lane = 'open' and dispute_id = any (array(select app.visible_disputes()))
    or lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane in ('side', 'mediator') and dispute_id = any (array(select app.led_disputes()))
      and (author_id = (select app.person())
        or author_id = any (array(select app.people_of_own_kind())) and (session_id is null or session_id = any (array(select app.led_sessions()))))
    or lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes()))
  ));
create policy write_lanes on desk_cards for insert to zhongtiao_app with check (
  county_id = (select app.county()) and author_id = (select app.person()) and (
    lane = 'open' and dispute_id = any (array(select app.visible_disputes()))
    or lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane in ('side', 'mediator', 'sealed') and dispute_id = any (array(select app.led_disputes()))
    or lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes()))
  ));

alter table number_polls enable row level security, force row level security;
create policy owner_all on number_polls to current_user using (true) with check (true);
-- Only for the lead of its session; a mediator does not see one that an officer opened, nor the reverse.
create policy of_lead on number_polls to zhongtiao_app
  using (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes()))
    and session_id = any (array(select app.led_sessions())) and opened_by = any (array(select app.people_of_own_kind())))
  with check (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes()))
    and session_id = any (array(select app.led_sessions())));

alter table number_answers enable row level security, force row level security;
create policy owner_all on number_answers to current_user using (true) with check (true);
-- Written and never read: the trigger counts them.
create policy of_lead on number_answers for insert to zhongtiao_app
  with check (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes())));

alter table fact_statements enable row level security, force row level security;
create policy owner_all on fact_statements to current_user using (true) with check (true);
-- What is said in a session: lead, committee and helpers who accepted.
create policy at_table on fact_statements to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))));

alter table fact_signatures enable row level security, force row level security;
create policy owner_all on fact_signatures to current_user using (true) with check (true);
create policy at_table on fact_signatures to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))));

alter table files enable row level security, force row level security;
create policy owner_all on files to current_user using (true) with check (true);
-- Like notes.
create policy lanes on files for select to zhongtiao_app using (
  county_id = (select app.county()) and (
    lane = 'open' and dispute_id = any (array(select app.visible_disputes()))
    or lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane in ('side', 'mediator') and dispute_id = any (array(select app.led_disputes()))
      and (added_by = (select app.person())
        or added_by = any (array(select app.people_of_own_kind())) and (session_id is null or session_id = any (array(select app.led_sessions()))))
    or lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes()))
  ));
create policy write_lanes on files for insert to zhongtiao_app with check (
  county_id = (select app.county()) and added_by = (select app.person()) and (
    lane = 'open' and dispute_id = any (array(select app.visible_disputes()))
    or lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane in ('side', 'mediator', 'sealed') and dispute_id = any (array(select app.led_disputes()))
    or lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes()))
  ));

alter table opinions enable row level security, force row level security;
create policy owner_all on opinions to current_user using (true) with check (true);
-- One given to the mediator alone is read by its author and the lead of its session.
create policy lanes on opinions for select to zhongtiao_app using (
  county_id = (select app.county()) and (
    lane = 'joint' and dispute_id = any (array(select app.table_disputes()))
    or lane = 'mediator' and (person_id = (select app.person()) or session_id = any (array(select app.led_sessions())))));
create policy sign_own on opinions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and person_id = (select app.person()) and dispute_id = any (array(select app.table_disputes())));

alter table harm_reports enable row level security, force row level security;
create policy owner_all on harm_reports to current_user using (true) with check (true);
create policy tell on harm_reports for insert to zhongtiao_app with check (
  county_id = (select app.county()) and reported_by = (select app.person()) and dispute_id = any (array(select app.led_disputes())));
-- For the lead and the whole station: who is sent tonight is an officer (docs/adr, 0017).
create policy told on harm_reports for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.led_disputes()))
    or dispute_id = any (array(select app.station_disputes()))));
