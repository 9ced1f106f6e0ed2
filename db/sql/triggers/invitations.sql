create trigger invitations_accept_without_tie before update of status on invitations
  for each row execute function app.check_acceptance();

create constraint trigger invitations_access after insert or update on invitations
  deferrable initially deferred for each row execute function app.grant_invitee();

create trigger invitations_consent_first before insert on invitations
  for each row execute function app.check_invitation();

create trigger invitations_stay_released before update of status, proceeding_id on invitations
  for each row when (new.status in ('sent', 'seen') and old.status not in ('sent', 'seen')) execute function app.check_still_open('invitations_while_open');
