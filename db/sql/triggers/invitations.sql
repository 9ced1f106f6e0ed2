create trigger invitations_accept_without_tie before update of status on invitations
  for each row execute function app.check_acceptance();

create constraint trigger invitations_access after insert or update on invitations
  deferrable initially deferred for each row execute function app.grant_invitee();

create trigger invitations_consent_first before insert on invitations
  for each row execute function app.check_invitation();

create trigger invitations_stay_released before update of status, proceeding_id on invitations
  for each row when (new.status in ('sent', 'seen') and old.status not in ('sent', 'seen')) execute function app.check_still_open('invitations_while_open');

create trigger invitations_kept before update on invitations
  for each row execute function app.check_kept_columns('dispute_id', 'proceeding_id', 'person_id', 'force_code', 'sent_by');

create trigger invitations_by_whose_work before update on invitations
  for each row execute function app.check_helper_columns('status', 'seen_at', 'answered_at', 'no_tie_declared', 'decline_reason', 'decline_note',
    'proposals', 'proposal_note', 'proposed_at', 'disclosed_at', 'session_id', 'deputy_id',
    'spoken_means', 'said_by', 'entered_by', 'entered_at');
