create trigger tie_waivers_append_only before update or delete on tie_waivers
  for each row execute function app.refuse_change('tie_waivers_append_only');

create constraint trigger tie_waivers_every_party after insert on tie_waivers
  deferrable initially deferred for each row execute function app.check_waiver();

create trigger tie_waiver_parties_append_only before update or delete on tie_waiver_parties
  for each row execute function app.refuse_change('tie_waiver_parties_append_only');
