create trigger violation_findings_of_police_case before insert on violation_findings
  for each row execute function app.check_finding();

create constraint trigger violation_findings_name_both after insert on violation_findings
  deferrable initially deferred for each row execute function app.check_violation_people();

create trigger violation_findings_append_only before update or delete on violation_findings
  for each row execute function app.refuse_change('violation_findings_append_only');

create trigger violation_people_with_finding before insert on violation_people
  for each row execute function app.check_violation_person();

create trigger violation_people_append_only before update or delete on violation_people
  for each row execute function app.refuse_change('violation_people_append_only');

create trigger guardian_summonses_of_minor before insert on guardian_summonses
  for each row execute function app.check_summons();

create trigger guardian_summonses_append_only before update or delete on guardian_summonses
  for each row execute function app.refuse_change('guardian_summonses_append_only');

create trigger case_accounts_of_police_case before insert on case_accounts
  for each row execute function app.check_case_account();

create trigger case_accounts_append_only before update or delete on case_accounts
  for each row execute function app.refuse_change('case_accounts_append_only');

create trigger agreements_police_guard before insert or update on agreements
  for each row execute function app.check_police_agreement();

create trigger on_spot_forms_of_police_draft before insert on on_spot_forms
  for each row execute function app.check_on_spot_form();

create trigger on_spot_forms_append_only before update or delete on on_spot_forms
  for each row execute function app.refuse_change('on_spot_forms_append_only');

create trigger settlement_applications_guard before insert or update or delete on settlement_applications
  for each row execute function app.check_settlement_application();

create constraint trigger settlement_applications_of_both after insert on settlement_applications
  deferrable initially deferred for each row execute function app.check_both_applied();

create trigger settlement_applicants_guard before insert on settlement_applicants
  for each row execute function app.check_settlement_applicant();

create trigger settlement_applicants_append_only before update or delete on settlement_applicants
  for each row execute function app.refuse_change('settlement_applicants_append_only');

create trigger endings_of_police_case before insert on endings
  for each row execute function app.check_police_ending();

create trigger proceedings_police_end before insert or update of ended_at, outcome, status, track on proceedings
  for each row execute function app.check_police_end();
