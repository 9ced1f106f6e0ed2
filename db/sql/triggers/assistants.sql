create trigger proceedings_assistant_of_line before insert or update of assistant_id on proceedings
  for each row when (new.assistant_id is not null) execute function app.check_assistant();

create trigger people_release_assistant after update of disabled_at on people
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.release_assistant();
