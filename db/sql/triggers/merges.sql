create trigger dispute_merges_guard before insert or update or delete on dispute_merges
  for each row execute function app.check_merge();

create trigger dispute_merges_followed after insert or update of undone_at on dispute_merges
  for each row execute function app.follow_merge();

create constraint trigger dispute_merges_keep_one_month after insert or update of undone_at on dispute_merges
  deferrable initially deferred for each row execute function app.check_merged_month();

create trigger dispute_merge_parties_append_only before update or delete on dispute_merge_parties
  for each row execute function app.refuse_change('dispute_merge_parties_append_only');

create constraint trigger disputes_merged_by_record after insert or update of merged_into, merged_at on disputes
  deferrable initially deferred for each row execute function app.check_merged();

create trigger disputes_merged_words after update of merged_into on disputes
  for each row when (new.merged_into is distinct from old.merged_into) execute function app.follow_merged_words();

create trigger proceedings_not_of_merged before insert on proceedings
  for each row execute function app.check_not_merged('proceedings_not_of_merged');
create trigger police_calls_not_to_merged before insert or update of dispute_id on police_calls
  for each row when (new.dispute_id is not null) execute function app.check_not_merged('police_calls_not_to_merged');
create trigger clues_not_to_merged before insert or update of dispute_id on clues
  for each row when (new.dispute_id is not null) execute function app.check_not_merged('clues_not_to_merged');
create trigger parties_not_to_merged before insert on parties
  for each row execute function app.check_not_merged('parties_not_to_merged');
create trigger gate_steps_not_of_merged before insert on gate_steps
  for each row execute function app.check_not_merged('gate_steps_not_of_merged');

create trigger dispute_links_guard before insert or update or delete on dispute_links
  for each row execute function app.check_dispute_link();

