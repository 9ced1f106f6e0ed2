create trigger agreements_guard before update on agreements
  for each row execute function app.check_agreement();

create trigger agreements_shares before update of status on agreements
  for each row when (old.status = 'draft' and new.status in ('signing', 'effective')) execute function app.check_shares();

create trigger agreements_begin_as_draft before insert on agreements
  for each row execute function app.check_new_agreement();

create trigger agreements_fix_due_days after update of status on agreements
  for each row when (old.status <> 'effective' and new.status = 'effective') execute function app.fix_due_days();

create trigger agreements_freeze_paper after update of status on agreements
  for each row when (old.status = 'draft' and new.status = 'signing') execute function app.freeze_paper();

-- What was settled on the spot without a paper is kept as the recording has it, from its effect on.
create trigger agreements_keep_recorded after update of status on agreements
  for each row when (old.status = 'draft' and new.status = 'effective') execute function app.keep_recorded();

create trigger agreement_papers_append_only before update or delete on agreement_papers
  for each row execute function app.refuse_change('agreement_papers_append_only');

create trigger paper_particulars_append_only before update or delete on paper_particulars
  for each row execute function app.check_particulars();

create trigger obligations_guard before insert or update or delete on obligations
  for each row execute function app.check_obligation();

create trigger obligation_parties_guard before insert or update or delete on obligation_parties
  for each row execute function app.check_obligation_party();

create trigger signatures_append_only before update or delete on signatures
  for each row execute function app.refuse_change('signatures_append_only');

create trigger signing_requests_in_order before insert or update on signing_requests
  for each row execute function app.check_signing_request();

create trigger signatures_in_order before insert on signatures
  for each row execute function app.check_signature();

create trigger seals_after_signatures before insert on seals
  for each row execute function app.check_seal();

create trigger seals_append_only before update or delete on seals
  for each row execute function app.refuse_change('seals_append_only');
