create trigger disputes_access before insert on disputes
  for each row execute function app.grant_dispute();

create trigger dispute_access_keeps_state before insert or update of dispute_id, proceeding_id, registered_at, is_open, is_merged on dispute_access
  for each row execute function app.keep_right();

create trigger disputes_state_followed after update of registered_at, not_accepted_at, merged_at on disputes
  for each row when ((new.registered_at, new.not_accepted_at, new.merged_at) is distinct from (old.registered_at, old.not_accepted_at, old.merged_at))
  execute function app.follow_state();

create constraint trigger disputes_have_two_sides after insert on disputes
  deferrable initially deferred for each row execute function app.check_two_sides();

create trigger disputes_keep_changes after update of title, type, place, point_id, started_on, source, referred_by, referral_number on disputes
  for each row execute function app.keep_dispute_changes('title,type,place,point_id,started_on,source,referred_by,referral_number');

create constraint trigger disputes_source_asked after update of source on disputes
  deferrable initially deferred for each row when (new.source <> old.source) execute function app.check_source_asked();

create trigger dispute_facts_keep_changes after update of facts, requests on dispute_facts
  for each row execute function app.keep_dispute_changes('facts,requests');

create trigger dispute_changes_append_only before update or delete on dispute_changes
  for each row execute function app.refuse_change('dispute_changes_append_only');

create trigger parties_keep_changes after update of name, kind, standing, is_minor, lacks_capacity, own_wages_reason, sex, born_on, born_year, ethnicity, occupation,
    credit_code, legal_representative on parties
  for each row execute function app.keep_party_changes();

create trigger parties_stay_on_their_side before update of side, dispute_id on parties
  for each row when ((new.side, new.dispute_id) is distinct from (old.side, old.dispute_id)) execute function app.check_party_stays();

create trigger party_exits_guard before insert or update on party_exits
  for each row execute function app.check_party_exit();

create trigger party_exits_followed after insert or update of undone_at on party_exits
  for each row execute function app.follow_party_exit();

create constraint trigger parties_departed_by_record after insert or update of departed_at on parties
  deferrable initially deferred for each row execute function app.check_departed();

create trigger parties_joined after insert on parties
  for each row execute function app.keep_joined_party();

create trigger party_successions_guard before insert or update on party_successions
  for each row execute function app.check_succession();

create trigger party_changes_append_only before update or delete on party_changes
  for each row execute function app.refuse_change('party_changes_append_only');

create trigger triages_append_only before update or delete on triages
  for each row execute function app.refuse_change('triages_append_only');

create trigger disputes_point_of_station before insert or update of point_id, station_id on disputes
  for each row execute function app.check_place('disputes_point_of_station');

create trigger disputes_relapse_new before insert on disputes
  for each row when (new.relapse_of is not null) execute function app.check_relapse();

create trigger disputes_relapse_kept before update on disputes
  for each row when (new.relapse_of is distinct from old.relapse_of) execute function app.check_relapse();

create trigger disputes_kept before update on disputes
  for each row execute function app.check_kept_columns('number', 'registered_by', 'registered_at');

create trigger disputes_by_whose_work before update on disputes
  for each row execute function app.check_helper_columns('version');

create trigger disputes_referred_by_office before insert or update of source, referred_by, referral_number on disputes
  for each row when (new.referred_by <> '' or new.referral_number <> '') execute function app.check_referral();
