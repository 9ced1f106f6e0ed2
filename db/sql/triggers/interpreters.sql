create trigger interpreters_named before insert on interpreters
  for each row execute function app.check_interpreter();

create trigger interpreters_stay before update or delete on interpreters
  for each row execute function app.check_interpreter_change();

create trigger interpreting_needs_append_only before update or delete on interpreting_needs
  for each row execute function app.refuse_change('interpreting_needs_append_only');

create trigger invitations_of_no_interpreter before insert on invitations
  for each row execute function app.check_not_interpreting();

create constraint trigger interpreters_have_their_hour after insert on interpreters
  deferrable initially deferred for each row execute function app.check_interpreter_hour();

create trigger interpreter_askings_begin before insert on interpreter_askings
  for each row execute function app.check_asking();

create trigger interpreter_askings_stay before update or delete on interpreter_askings
  for each row execute function app.check_asking_change();
