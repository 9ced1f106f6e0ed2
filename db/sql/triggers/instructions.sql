create trigger instructions_guard before insert or update on instructions
  for each row execute function app.check_instruction();

create constraint trigger instructions_withdrawn_by_head after update of withdrawn_at on instructions
  deferrable initially deferred for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function app.check_instruction_withdrawn();
