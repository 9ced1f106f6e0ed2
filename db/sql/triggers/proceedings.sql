create trigger proceedings_access after insert or update on proceedings
  for each row execute function app.grant_lead();

create trigger proceedings_guard before update on proceedings
  for each row execute function app.check_proceeding_end();

create trigger proceedings_lead_in_office before insert or update of lead_person_id on proceedings
  for each row execute function app.check_lead();

create trigger notices_append_only before update or delete on notices
  for each row execute function app.refuse_change('notices_append_only');

create trigger consents_append_only before update or delete on consents
  for each row execute function app.refuse_change('consents_append_only');

create trigger endings_append_only before update or delete on endings
  for each row execute function app.refuse_change('endings_append_only');

create trigger proceedings_lead_granted before insert or update of lead_person_id on proceedings
  for each row execute function app.check_own_lead();

create trigger access_requests_guard before insert or update on access_requests
  for each row execute function app.check_access_request();
