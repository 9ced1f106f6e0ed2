create trigger events_append_only before update or delete on events
  for each row execute function app.refuse_change('events_append_only');
