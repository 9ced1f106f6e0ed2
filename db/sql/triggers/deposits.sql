create trigger deposits_sound before insert or update or delete on deposits
  for each row execute function app.check_deposit();
create trigger deposited_dossiers_archived before insert on deposited_dossiers
  for each row execute function app.check_deposited_dossier();
create trigger deposited_dossiers_append_only before update or delete on deposited_dossiers
  for each row execute function app.refuse_change('deposited_dossiers_append_only');
