create constraint trigger disputes_gate_asked after insert on disputes
  deferrable initially deferred for each row execute function app.check_gate_asked();

create trigger triages_gate_open after insert on triages
  for each row execute function app.check_gate();

create trigger proceedings_gate_open after insert on proceedings
  for each row execute function app.check_gate();

create constraint trigger agreements_gate_open after insert or update of status on agreements
  for each row when (new.status in ('draft', 'signing', 'effective')) execute function app.check_gate_still_open();

create trigger gate_answers_append_only before update or delete on gate_answers
  for each row execute function app.refuse_change('gate_answers_append_only');

create trigger gate_answers_yes_kept before insert on gate_answers
  for each row when (new.answer <> 'yes') execute function app.check_gate_answer();

create constraint trigger gate_answers_have_step after insert on gate_answers
  deferrable initially deferred for each row when (new.answer = 'unclear' or new.answer = 'yes' and new.question = 'familyViolence')
  execute function app.check_gate_answer();

create trigger gate_steps_guard before insert or update or delete on gate_steps
  for each row execute function app.check_gate_step();

create trigger duty_leaders_of_own_station before insert or update on duty_leaders
  for each row execute function app.check_duty_leader();
