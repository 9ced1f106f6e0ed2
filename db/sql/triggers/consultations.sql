create trigger consultations_stay_as_said before update on consultations
  for each row execute function app.check_consultation();
