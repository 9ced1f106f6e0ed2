create trigger party_links_guard before insert or update or delete on party_links
  for each row execute function app.check_elected_link();

create trigger elections_append_only before update or delete on elections
  for each row execute function app.refuse_change('elections_append_only');

create constraint trigger elections_have_members after insert on elections
  deferrable initially deferred for each row execute function app.check_election_held();

create trigger parties_end_elected after update of departed_at on parties
  for each row when (new.departed_at is not null and old.departed_at is null) execute function app.end_elected();

create trigger parties_rename_elected after update of name on parties
  for each row when (new.name is distinct from old.name) execute function app.rename_elected();
