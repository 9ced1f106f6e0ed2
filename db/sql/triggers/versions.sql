-- Rows that two people may edit at the same time: each change raises the version that `updateInVersion` compares.

create trigger dispute_facts_raise_version before update on dispute_facts for each row execute function app.raise_version();
create trigger parties_raise_version before update on parties for each row execute function app.raise_version();
create trigger panel_rules_raise_version before update on panel_rules for each row execute function app.raise_version();
create trigger forces_raise_version before update on forces for each row execute function app.raise_version();
create trigger people_raise_version before update on people for each row execute function app.raise_version();
create trigger committees_raise_version before update on committees for each row execute function app.raise_version();
create trigger contact_points_raise_version before update on contact_points for each row execute function app.raise_version();
create trigger rooms_raise_version before update on rooms for each row execute function app.raise_version();
create trigger stations_raise_version before update on stations for each row execute function app.raise_version();
create trigger agreements_raise_version before update on agreements for each row execute function app.raise_version();
