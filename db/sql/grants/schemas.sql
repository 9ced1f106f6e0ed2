-- What the product's logins are members of: zhongtiao_app for the acts of people, and zhongtiao_system, which may all that
-- and more. They own nothing and have only the rights given in these files: migrate takes every right back before it
-- reads them.
grant usage on schema public, app to zhongtiao_app;
revoke create on schema public from public;

revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to zhongtiao_app;
-- Words, keys and papers are written by triggers and by `migrate`.
revoke execute on function app.paper_content(uuid, uuid), app.freeze_existing(), app.keep_particulars(uuid, uuid), app.write_words(uuid, uuid), app.write_missing_words(), app.write_place_keys(), app.sounds_of(text),
  app.follow_ties(uuid, uuid, uuid), app.follow_ties_of(uuid, uuid)
  from zhongtiao_app;

-- What only triggers and other functions of ours ask: they pass policies by and would answer, or write, for anybody.
revoke execute on function
  app.began_on, app.clock_from, app.follow_ups, app.has_led, app.names_relapse, app.find_by_walking, app.gate_bars, app.gate_read_until, app.gate_stands, app.hide_rights, app.lacks_slot,
  app.is_committee_line, app.is_of_office, app.is_recused, app.is_whole_record, app.latest_finding,
  app.heads_proceeding, app.lead_request_decider, app.may_open_window, app.may_stop_otherwise, app.session_days,
  app.sessions_before, app.session_under_way, app.obligation_state, app.only_reads, app.owed_fen,
  app.police_content, app.replace_agreement, app.settled_at, app.settled_on, app.signed_on, app.stands_for, app.track_of, app.proceeding_of,
  app.is_agreed_to, app.unasked_parties, app.unbound_parties, app.unmerge_obstacle, app.unsigned_interpreters, app.unsigned_parties,
  app.work_resting_on, app.untold_guardians, app.waivable_fen, app.given_number, app.require_right, app.earliest_day, app.latest_day, app.here_since, app.lets_act_for_both,
  app.unbinding_signatures, app.was_party, app.said_on, app.is_speaker, app.missing_consents,
  app.meeting_facts, app.assignment_facts, app.agreement_facts, app.police_facts, app.follow_interpreter_ties,
  app.took_part, app.may_revisit, app.can_be_revisited, app.is_own_job, app.is_system_job, app.job_key, app.job_row, app.is_given_up
  from zhongtiao_app;
-- The system counts days anew where days off are entered.
grant execute on function app.due_by_effect to zhongtiao_system;
-- It takes a relapse back with the link that named it.
grant execute on function app.names_relapse to zhongtiao_system;

-- What answers before anybody is known, or about everybody.
revoke execute on function app.account_to_sign_in(text, text), app.password_hash_of(uuid, uuid), app.factor_secret_of(uuid, uuid, boolean),
  app.county_of_link(text[]), app.named_bytes(uuid), app.given_up_work(), app.read_feed(text), app.sealed_paper_by(text, text), app.slip_by(text, timestamptz),
  app.signed_in(text, timestamptz, date, jsonb), app.count_lookups(text, text[], timestamptz, int, int) from zhongtiao_app;
grant execute on function app.account_to_sign_in(text, text), app.password_hash_of(uuid, uuid), app.factor_secret_of(uuid, uuid, boolean),
  app.county_of_link(text[]), app.named_bytes(uuid), app.given_up_work(), app.read_feed(text), app.sealed_paper_by(text, text), app.slip_by(text, timestamptz),
  app.signed_in(text, timestamptz, date, jsonb), app.count_lookups(text, text[], timestamptz, int, int) to zhongtiao_system;

-- What is found by words other than a search's is the system's alone.
revoke execute on function app.disputes_holding(uuid, uuid[], text) from zhongtiao_app;
grant execute on function app.disputes_holding(uuid, uuid[], text) to zhongtiao_system;

-- What keeps figures is called by triggers, which run with their owner's rights, and where rows came without triggers.
revoke execute on function app.recount(uuid, uuid), app.turns_of(uuid, uuid), app.entries_of(uuid, uuid), app.add_to_months(uuid, figure_entries[]),
  app.count_county(uuid), app.add_up_figures(uuid), app.add_up_forces(uuid), app.count_existing(),
  app.figure_faults(uuid), app.recount_forces(uuid, uuid), app.change_force_months(uuid, force_entries[], force_entries[]), app.count_forces(uuid),
  app.force_faults(uuid), app.force_entries_of(uuid, uuid),
  app.recount_helpers(uuid, uuid), app.count_helpers(uuid), app.helper_faults(uuid), app.helper_entries_of(uuid, uuid[]) from zhongtiao_app;
grant execute on function app.recount(uuid, uuid), app.count_county(uuid), app.add_up_figures(uuid), app.add_up_forces(uuid),
  app.figure_faults(uuid), app.recount_forces(uuid, uuid), app.count_forces(uuid), app.force_faults(uuid),
  app.recount_helpers(uuid, uuid), app.count_helpers(uuid), app.helper_faults(uuid), app.helper_entries_of(uuid, uuid[]) to zhongtiao_system;

-- What is drawn by lot and who visits is the system's alone.
revoke execute on function app.closed_in_month(uuid, uuid, date), app.next_revisitor(uuid, uuid) from zhongtiao_app;
grant execute on function app.closed_in_month(uuid, uuid, date), app.next_revisitor(uuid, uuid) to zhongtiao_system;
revoke execute on function app.pictures_without_small(uuid, integer), app.name_small(uuid, uuid, text) from zhongtiao_app;
grant execute on function app.pictures_without_small(uuid, integer), app.name_small(uuid, uuid, text) to zhongtiao_system;

-- An office is merged in the act of an administrator, in which the system takes a part.
revoke execute on function app.succeed_office(uuid, text, uuid, uuid, uuid, text) from zhongtiao_app;
grant execute on function app.succeed_office(uuid, text, uuid, uuid, uuid, text) to zhongtiao_system;

-- A table created by hand is accessible only to its owner.
alter default privileges in schema public, app revoke all on tables from public, zhongtiao_app, zhongtiao_system;
alter default privileges in schema public, app revoke all on sequences from public, zhongtiao_app, zhongtiao_system;
alter default privileges in schema public, app revoke all on functions from public, zhongtiao_app, zhongtiao_system;
