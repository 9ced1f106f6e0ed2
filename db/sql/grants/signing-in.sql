-- Tries to sign in and known browsers are the system's alone.
grant select, insert, update, delete on sign_in_tries to zhongtiao_system;
grant select, insert, update (used_at), delete on known_devices to zhongtiao_system;
-- Nobody reads the secret of a second factor (db/sql/functions/entry.sql); hashes of recovery codes are compared, and
-- subjects looked up, by the system alone.
grant select (county_id, person_id, created_at, confirmed_at, last_step), insert, update (secret, created_at, confirmed_at, last_step), delete on second_factors to zhongtiao_app;
grant select (county_id, person_id, used_at), insert (county_id, person_id, code_hash), delete on recovery_codes to zhongtiao_app;
grant select (code_hash), update (used_at) on recovery_codes to zhongtiao_system;
grant select (county_id, person_id, issuer, bound_at), delete on bound_subjects to zhongtiao_app;
grant select (subject), insert on bound_subjects to zhongtiao_system;
