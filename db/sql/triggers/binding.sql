-- Every row by which a party hears, agrees or is bound: app.check_speaker(refusal, purpose, column of the party, column of
-- whoever spoke). A row that existed before keeps what it says. An organisation's receipt bears its seal.

create trigger notices_to_entitled before insert on notices
  for each row execute function app.check_speaker('notices_to_entitled', 'hear', 'party_id', 'spoken_by_link_id');

create trigger consents_by_entitled before insert on consents
  for each row execute function app.check_speaker('consents_by_entitled', 'consent', 'party_id', 'spoken_by_link_id');

create trigger endings_said_by_entitled before insert on endings
  for each row execute function app.check_speaker('endings_said_by_entitled', 'consent', 'said_by_party_id', 'said_by_link_id');

create trigger consents_about_own_agent before insert on consents
  for each row when (new.about_link_id is not null) execute function app.check_about_agent();

create trigger session_people_by_entitled before insert or update of attendance, spoken_by_link_id, party_id on session_people
  for each row when (new.attendance = 'present')
  execute function app.check_speaker('session_people_by_entitled', 'hear', 'party_id', 'spoken_by_link_id');

create trigger signatures_by_entitled before insert on signatures
  for each row execute function app.check_speaker('signatures_by_entitled', 'bind', 'party_id', 'signed_by_link_id');

create trigger fact_signatures_by_entitled before insert on fact_signatures
  for each row execute function app.check_speaker('fact_signatures_by_entitled', 'bind', 'party_id', 'signed_by_link_id');

create trigger tie_waiver_parties_by_entitled before insert on tie_waiver_parties
  for each row execute function app.check_speaker('tie_waiver_parties_by_entitled', 'bind', 'party_id', 'spoken_by_link_id');

create trigger performances_received_by_entitled before insert on performances
  for each row execute function app.check_speaker('performances_received_by_entitled', 'receive', 'received_by_party_id',
    'received_by_link_id', 'seal');

create trigger performances_waived_by_entitled before insert on performances
  for each row when (new.kind = 'waived')
  execute function app.check_speaker('performances_waived_by_entitled', 'bind', 'by_party_id', 'by_link_id', 'seal');

-- Whoever denies or claims something of a ledger says so; whoever takes that back admits what they denied, or gives up a claim.
create trigger ledger_contests_by_entitled before insert on ledger_contests
  for each row execute function app.check_speaker('ledger_contests_by_entitled', 'consent', 'said_by_party_id', 'said_by_link_id');
create trigger ledger_contest_ends_by_entitled before insert on ledger_contest_ends
  for each row execute function app.check_speaker('ledger_contest_ends_by_entitled', 'bind', 'said_by_party_id', 'said_by_link_id');

-- What binds is written while the proceeding runs, whoever writes it.
create trigger agreements_while_running before insert on agreements
  for each row execute function app.check_still_open('agreements_while_running');
create trigger tie_waivers_while_running before insert on tie_waivers
  for each row execute function app.check_still_open('tie_waivers_while_running');
create trigger fact_statements_while_running before insert on fact_statements
  for each row execute function app.check_still_open('fact_statements_while_running');
create trigger fact_signatures_while_running before insert on fact_signatures
  for each row execute function app.check_still_open('fact_signatures_while_running');
create trigger performances_while_running before insert on performances
  for each row execute function app.check_still_open('performances_while_running');
create trigger breaches_while_running before insert on breaches
  for each row execute function app.check_still_open('breaches_while_running');
create trigger ledger_contests_while_running before insert on ledger_contests
  for each row execute function app.check_still_open('ledger_contests_while_running');
create trigger ledger_contest_ends_while_running before insert on ledger_contest_ends
  for each row execute function app.check_still_open('ledger_contest_ends_while_running');
create trigger urges_while_running before insert on urges
  for each row execute function app.check_still_open('urges_while_running');

create trigger parties_known_stay_known before update of kind on parties
  for each row when (new.kind = 'unidentified' and old.kind <> 'unidentified') execute function app.check_known();

create trigger parties_own_wages_from_sixteen before insert or update of own_wages_reason, born_on on parties
  for each row when (new.own_wages_reason <> '') execute function app.check_own_wages();

-- After the other guards of agreements, which go by their names.
create trigger agreements_yes_of_every_party before update of status on agreements
  for each row when (new.status = 'effective' and new.form = 'oral') execute function app.check_oral_effect();
