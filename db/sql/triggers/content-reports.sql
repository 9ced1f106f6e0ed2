-- What the chain covers of what is there before a dispute or beside it, and of a county's settings, as in
-- server/audit/parts/covered-reports.ts, covered-people.ts and covered-offices.ts.

create trigger police_calls_cover_content after insert or update or delete on police_calls
  for each row execute function app.cover_content('1', 'id',
    'number,station_id,called_at,caller_name,place,summary,incident_id,group_id,dispute_id,recorded_by,recorded_at', 'anyChain');

create trigger repeat_groups_cover_content after insert or update or delete on repeat_groups
  for each row execute function app.cover_content('1', 'id',
    'station_id,place,opened_at,alerted_at,activated_at,activated_by,activation_reason,dispute_id', 'anyChain');

create trigger clues_cover_content after insert or update or delete on clues
  for each row execute function app.cover_content('1', 'id',
    'station_id,point_id,reporter_id,place,text,reported_at,status,dispute_id,answer,handled_by,handled_at', 'anyChain');

create trigger consultations_cover_content after insert or update or delete on consultations
  for each row execute function app.cover_content('1', 'id',
    'station_id,point_id,asked_by,asked_at,question,status,duty_id,due_at,answer,answered_by,answered_at,dispute_id,linked_by,linked_at', 'anyChain');

create trigger invitations_cover_content after insert or update or delete on invitations
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,person_id,force_code,role_asked,neutral_summary,party_names,status,sent_by,sent_at,answer_by,seen_at,answered_at,no_tie_declared,decline_reason,decline_note,replaces_id,session_id,is_required,offers,proposals,proposal_note,proposed_at,disclosed_at,spoken_means,said_by,entered_by,entered_at,deputy_id', 'anyChain');

create trigger session_people_cover_content after update or delete on session_people
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,session_id,person_id,party_id,despite', 'anyChain');
create trigger session_people_cover_added after insert on session_people referencing new table as added
  for each statement execute function app.cover_added('1', 'id',
    'dispute_id,session_id,person_id,party_id,despite', 'anyChain');

create trigger access_requests_cover_content after insert or update or delete on access_requests
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,person_id,reason,asked_at,is_granted,decided_by,decided_at,valid_until,used_at');

create trigger rules_cover_content after insert or update or delete on rules
  for each row execute function app.cover_content('1', 'id',
    'committee_id,key,valid_from,value,source,changed_by,changed_at');

create trigger day_overrides_cover_content after insert or update or delete on day_overrides
  for each row execute function app.cover_content('1', 'id',
    'day,is_workday,note,changed_by,changed_at');

create trigger day_years_cover_content after insert or update or delete on day_years
  for each row execute function app.cover_content('1', 'id',
    'year,notice,entered_by,entered_at');
