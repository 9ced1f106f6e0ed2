create trigger lead_requests_guard before insert or update on lead_requests
  for each row execute function app.check_lead_request();

create constraint trigger lead_requests_decided_as_happened after update of outcome on lead_requests
  deferrable initially deferred for each row when (old.outcome is null and new.outcome is not null)
  execute function app.check_lead_request_happened();

create constraint trigger proceedings_lead_settles_requests after update of lead_person_id on proceedings
  deferrable initially deferred for each row when (new.lead_person_id is distinct from old.lead_person_id)
  execute function app.check_lead_requests_settled();

create trigger lead_requests_by_entitled before insert on lead_requests
  for each row execute function app.check_speaker('lead_requests_by_entitled', 'consent', 'party_id', 'spoken_by_link_id');
