create trigger desk_cards_stay_in_lane before update on desk_cards
  for each row execute function app.check_card();

create trigger number_polls_decided_by_answers before update on number_polls
  for each row execute function app.check_poll();

create trigger number_polls_begin_open before insert on number_polls
  for each row execute function app.check_new_poll();

create trigger number_polls_wipe after update of status on number_polls
  for each row when (new.status <> 'open') execute function app.wipe_answers();

create trigger number_answers_settle after insert on number_answers
  for each row execute function app.settle_poll();

create trigger fact_statements_append_only before update or delete on fact_statements
  for each row execute function app.refuse_change('fact_statements_append_only');

create trigger fact_signatures_append_only before update or delete on fact_signatures
  for each row execute function app.refuse_change('fact_signatures_append_only');

create trigger opinions_append_only before update or delete on opinions
  for each row execute function app.refuse_change('opinions_append_only');

create trigger harm_reports_append_only before update or delete on harm_reports
  for each row execute function app.refuse_change('harm_reports_append_only');

create trigger file_origins_append_only before update or delete on file_origins
  for each row execute function app.refuse_change('file_origins_append_only');

create trigger files_name_proceeding before insert or update of proceeding_id on files
  for each row execute function app.name_proceeding();

create trigger files_prove_entry before insert or update of performance_id on files
  for each row when (new.performance_id is not null) execute function app.check_proof();
