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
