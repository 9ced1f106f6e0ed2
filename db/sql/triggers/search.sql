create trigger parties_words_added after insert on parties
  referencing new table as added for each statement execute function app.follow_words();
create trigger parties_words_changed after update of dispute_id, name, is_minor on parties
  for each row when ((new.dispute_id, new.name, new.is_minor) is distinct from (old.dispute_id, old.name, old.is_minor))
  execute function app.follow_words();
create trigger parties_words_removed after delete on parties for each row execute function app.follow_words();
create trigger disputes_words_changed after update of number, title, place on disputes
  for each row when ((new.number, new.title, new.place) is distinct from (old.number, old.title, old.place))
  execute function app.follow_words();
create trigger disputes_words_removed before delete on disputes for each row execute function app.follow_words();
create trigger proceedings_words_numbered after update of dossier_number on proceedings
  for each row when (new.dossier_number is distinct from old.dossier_number) execute function app.follow_numbers();
create trigger agreements_words_numbered after update of number on agreements
  for each row when (new.number is distinct from old.number) execute function app.follow_numbers();
create trigger agreements_words_added after insert on agreements
  for each row when (new.number is not null) execute function app.follow_numbers();
create trigger police_calls_words_attached after update of dispute_id on police_calls
  for each row when (new.dispute_id is distinct from old.dispute_id) execute function app.follow_numbers();
create trigger police_calls_words_added after insert on police_calls
  for each row when (new.dispute_id is not null) execute function app.follow_numbers();
