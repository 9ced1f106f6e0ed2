-- What the product's logins are members of: zhongtiao_app for the acts of people, and zhongtiao_system, which may all that
-- and more. They own nothing and have only the rights given in these files: migrate takes every right back before it
-- reads them.
grant usage on schema public, app to zhongtiao_app;
revoke create on schema public from public;

revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to zhongtiao_app;
-- Words, keys and papers are written by triggers and by `migrate`.
revoke execute on function app.paper_content(uuid, uuid), app.freeze_existing(), app.write_words(uuid, uuid), app.write_missing_words(), app.write_place_keys(), app.sounds_of(text),
  app.follow_ties(uuid, uuid, uuid), app.follow_ties_of(uuid, uuid)
  from zhongtiao_app;

-- What only triggers and other functions of ours ask: they pass policies by and would answer, or write, for anybody.
revoke execute on function
  app.began_on(uuid, uuid), app.due_by_effect(uuid, uuid, smallint),
  app.find_by_walking(text[], text[], boolean, uuid[], integer[], boolean, timestamptz, uuid, integer),
  app.gate_bars(uuid, uuid, track, text), app.gate_stands(uuid, uuid), app.hide_rights(uuid, uuid),
  app.is_committee_line(uuid, track, uuid), app.is_of_office(uuid, uuid, uuid), app.is_recused(uuid, uuid, uuid),
  app.is_whole_record(uuid, public.session_records), app.latest_finding(uuid, uuid),
  app.lead_request_decider(uuid, uuid), app.may_open_window(uuid, uuid, window_kind, uuid, uuid),
  app.obligation_state(uuid, uuid), app.only_reads(uuid, uuid), app.owed_fen(uuid, uuid, uuid),
  app.police_content(uuid, uuid), app.replace_agreement(uuid, public.agreements), app.settled_at(uuid, uuid),
  app.signed_on(uuid, uuid), app.stands_for(uuid, uuid, uuid), app.track_of(uuid, jsonb),
  app.unasked_parties(uuid, uuid, uuid, public.track, timestamptz), app.unbound_parties(uuid, uuid),
  app.unmerge_obstacle(uuid, uuid), app.unsigned_interpreters(uuid, uuid), app.unsigned_parties(uuid, uuid, uuid),
  app.untold_guardians(uuid, uuid, uuid), app.waivable_fen(uuid, uuid, uuid), app.require_right(uuid, text, uuid),
  app.earliest_day(text, jsonb), app.latest_day(text, jsonb), app.unbinding_signatures(uuid, uuid)
  from zhongtiao_app;

-- What answers before anybody is known, or about everybody.
revoke execute on function app.account_to_sign_in(text, text), app.password_hash_of(uuid, uuid), app.factor_secret_of(uuid, uuid, boolean),
  app.county_of_link(text[]), app.named_bytes(uuid), app.given_up_work(), app.read_feed(text),
  app.signed_in(text, timestamptz, date, jsonb) from zhongtiao_app;
grant execute on function app.account_to_sign_in(text, text), app.password_hash_of(uuid, uuid), app.factor_secret_of(uuid, uuid, boolean),
  app.county_of_link(text[]), app.named_bytes(uuid), app.given_up_work(), app.read_feed(text),
  app.signed_in(text, timestamptz, date, jsonb) to zhongtiao_system;

-- What keeps figures is called by triggers, which run with their owner's rights, and where rows came without triggers.
revoke execute on function app.recount(uuid, uuid), app.turns_of(uuid, uuid), app.entries_of(uuid, uuid), app.add_to_months(uuid, figure_entries[]),
  app.count_county(uuid), app.count_existing(),
  app.figure_faults(uuid), app.recount_forces(uuid, uuid), app.change_force_months(uuid, force_entries[], force_entries[]), app.count_forces(uuid),
  app.force_faults(uuid), app.force_entries_of(uuid, uuid),
  app.recount_helpers(uuid, uuid), app.count_helpers(uuid), app.helper_faults(uuid), app.helper_entries_of(uuid, uuid[]) from zhongtiao_app;
grant execute on function app.recount(uuid, uuid), app.count_county(uuid),
  app.figure_faults(uuid), app.recount_forces(uuid, uuid), app.count_forces(uuid), app.force_faults(uuid),
  app.recount_helpers(uuid, uuid), app.count_helpers(uuid), app.helper_faults(uuid), app.helper_entries_of(uuid, uuid[]) to zhongtiao_system;

-- A table created by hand is accessible only to its owner.
alter default privileges in schema public, app revoke all on tables from public, zhongtiao_app, zhongtiao_system;
alter default privileges in schema public, app revoke all on sequences from public, zhongtiao_app, zhongtiao_system;
alter default privileges in schema public, app revoke all on functions from public, zhongtiao_app, zhongtiao_system;
