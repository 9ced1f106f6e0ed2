create trigger tie_waivers_append_only before update or delete on tie_waivers
  for each row execute function app.refuse_change('tie_waivers_append_only');

create constraint trigger tie_waivers_every_party after insert on tie_waivers
  deferrable initially deferred for each row execute function app.check_waiver();

create trigger tie_waiver_parties_append_only before update or delete on tie_waiver_parties
  for each row execute function app.refuse_change('tie_waiver_parties_append_only');

create trigger ties_compared after insert or update or delete on ties for each row execute function app.compare_ties();

create trigger tie_waiver_parties_compared after insert on tie_waiver_parties for each row execute function app.compare_ties();

create trigger parties_compared_in after insert on parties referencing new table as added
  for each statement execute function app.compare_ties();

create trigger parties_compared after update of name, kind, phone_hash, employer, departed_at on parties for each row
  when ((new.name, new.kind, new.phone_hash, new.employer, new.departed_at) is distinct from (old.name, old.kind, old.phone_hash, old.employer, old.departed_at))
  execute function app.compare_ties();

create trigger party_links_compared after insert or update or delete on party_links for each row execute function app.compare_ties();

create trigger people_compared after update of name, phone_hash, employer on people for each row
  when ((new.name, new.phone_hash, new.employer) is distinct from (old.name, old.phone_hash, old.employer)) execute function app.compare_ties();

create trigger consents_compared after insert on consents for each row when (new.person_id is not null) execute function app.compare_ties();

create trigger proceedings_compared_in after insert on proceedings for each row execute function app.compare_ties();

create trigger proceedings_compared after update of lead_person_id on proceedings for each row
  when (new.lead_person_id <> old.lead_person_id) execute function app.compare_ties();

create trigger proceedings_lead_untied before update of lead_person_id on proceedings for each row
  when (new.lead_person_id <> old.lead_person_id) execute function app.check_untied_lead();

-- First of the triggers of their tables, which fire by name. Rows by which somebody is bound, or by which a session is held (server/access/steering-acts.ts).
create trigger acts_untied before insert on signatures for each row execute function app.refuse_tied('signatures_by_untied');

create trigger acts_untied before insert on seals for each row execute function app.refuse_tied('seals_by_untied');

create trigger acts_untied before insert on fact_signatures for each row execute function app.refuse_tied('fact_signatures_by_untied');

create trigger acts_untied before insert on endings for each row execute function app.refuse_tied('endings_by_untied');

create trigger acts_untied after insert on consents referencing new table as written for each statement
  execute function app.refuse_tied_together('consents_by_untied');

create trigger acts_untied before insert on tie_waivers for each row execute function app.refuse_tied('tie_waivers_by_untied');

create trigger acts_untied before insert on clock_changes for each row execute function app.refuse_tied('clock_changes_by_untied');

create trigger acts_untied before insert on performances for each row execute function app.refuse_tied('performances_by_untied');

create trigger acts_untied before insert on violation_findings for each row execute function app.refuse_tied('violation_findings_by_untied');

create trigger acts_untied before insert on on_spot_forms for each row execute function app.refuse_tied('on_spot_forms_by_untied');

create trigger acts_untied before insert on settlement_applications for each row execute function app.refuse_tied('settlement_applications_by_untied');

create trigger acts_untied before insert on session_records for each row execute function app.refuse_tied('session_records_by_untied');

create trigger acts_untied before update of waived_at on obligations for each row when (new.waived_at is not null and old.waived_at is null)
  execute function app.refuse_tied('obligations_by_untied');

create trigger acts_untied before update of status on agreements for each row when (new.status <> old.status)
  execute function app.refuse_tied('agreements_by_untied');

-- The same of rows by which a matter is steered.
create trigger acts_untied before insert on triages for each row execute function app.refuse_tied('triages_by_untied');

create trigger acts_untied before insert on proceedings for each row execute function app.refuse_tied('proceedings_by_untied');

create trigger acts_untied before insert or update on number_polls for each row execute function app.refuse_tied('number_polls_by_untied');

create trigger acts_untied before insert on number_answers for each row execute function app.refuse_tied('number_answers_by_untied');

create trigger acts_untied before insert on fact_statements for each row execute function app.refuse_tied('fact_statements_by_untied');

create trigger acts_untied before insert or update on dispute_merges for each row execute function app.refuse_tied('dispute_merges_by_untied');

create trigger acts_untied before insert or update on dispute_links for each row execute function app.refuse_tied('dispute_links_by_untied');

create trigger acts_untied before insert or update on elections for each row execute function app.refuse_tied('elections_by_untied');

create trigger acts_untied before update of outcome on lead_requests for each row when (new.outcome in ('accepted', 'declined'))
  execute function app.refuse_tied('lead_requests_by_untied');

create trigger acts_untied before insert or update on transfers for each row execute function app.refuse_tied('transfers_by_untied');

create trigger acts_untied before insert on invitations for each row execute function app.refuse_tied('invitations_by_untied', 'found');

create trigger acts_untied_in before insert on sessions for each row execute function app.refuse_tied('sessions_by_untied');

create trigger acts_untied before update of starts_at, ends_at, room_id, status, mode, started_at on sessions for each row
  when ((new.starts_at, new.ends_at, new.room_id, new.status, new.mode, new.started_at) is distinct from
    (old.starts_at, old.ends_at, old.room_id, old.status, old.mode, old.started_at)) execute function app.refuse_tied('sessions_by_untied');

create trigger acts_untied before update of due_on, paused_on on clocks for each row
  when ((new.due_on, new.paused_on) is distinct from (old.due_on, old.paused_on)) execute function app.refuse_tied('clocks_by_untied');

create trigger acts_untied_in before insert on agreements for each row execute function app.refuse_tied('agreements_by_untied');

create trigger acts_untied_in before insert on obligations for each row execute function app.refuse_tied('obligations_by_untied', 'found');

create trigger acts_untied_change before delete or update of kind, text, amount_fen, due_on, due_after_days, liability, proof, way, place, condition, consequence, verifier_id on obligations
  for each row execute function app.refuse_tied('obligations_by_untied', 'found');

create trigger acts_untied before insert or delete on obligation_parties for each row execute function app.refuse_tied('obligation_parties_by_untied', 'found');

create trigger acts_untied before insert on notices for each row execute function app.refuse_tied('notices_by_untied', 'found');

create trigger acts_untied_in before insert on parties for each row execute function app.refuse_tied('parties_by_untied', 'found');

create trigger acts_untied before update of side, name, kind, phone_hash, employer, departed_at on parties for each row
  when ((new.side, new.name, new.kind, new.phone_hash, new.employer, new.departed_at) is distinct from
    (old.side, old.name, old.kind, old.phone_hash, old.employer, old.departed_at)) execute function app.refuse_tied('parties_by_untied', 'found');

create trigger acts_untied before insert or update or delete on party_links for each row execute function app.refuse_tied('party_links_by_untied', 'found');

create trigger acts_untied before insert on breaches for each row execute function app.refuse_tied('breaches_by_untied', 'found');

create trigger acts_untied before insert on ledger_contests for each row execute function app.refuse_tied('ledger_contests_by_untied', 'found');

create trigger acts_untied before insert on ledger_contest_ends for each row execute function app.refuse_tied('ledger_contest_ends_by_untied', 'found');

create trigger acts_untied before insert on urges for each row execute function app.refuse_tied('urges_by_untied', 'found');

create trigger acts_untied before insert on follow_up_visits for each row execute function app.refuse_tied('follow_up_visits_by_untied', 'found');

create trigger acts_untied before insert on interpreters for each row execute function app.refuse_tied('interpreters_by_untied', 'found');

create trigger acts_untied before insert on dispute_restrictions for each row execute function app.refuse_tied('dispute_restrictions_by_untied', 'found');

create trigger ties_removed_by_another before delete on ties for each row execute function app.check_tie_removal();

create constraint trigger proceedings_close_to_tied after update of lead_person_id on proceedings
  deferrable initially deferred for each row execute function app.close_to_tied();
