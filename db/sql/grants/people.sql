-- No login reads a password's hash: db/sql/functions/entry.sql gives one to the system, for one name at a time.
grant select, insert, update (name, role, phone, phone_hash, post, post_en, employer, email, area, unit_id, station_id, committee_id, point_id, deputy_id, disabled_at) on people to zhongtiao_app;
grant select (county_id, person_id, username, must_change_password, locale, disabled_at), insert, update (password_hash, must_change_password, locale, disabled_at) on accounts to zhongtiao_app;
grant select, update (revoked_at, binds_until, acting_role_id) on sign_ins to zhongtiao_app;
grant select, insert, update (station_id, point_id, ended_by, ended_at, ended_reason) on person_roles to zhongtiao_app;
grant select on person_roles to zhongtiao_system;
-- Only the system begins a sign-in and deletes those that are over.
grant insert, update (seen_at), delete on sign_ins to zhongtiao_system;
grant select, insert, update (name_zh, name_en, short_zh, short_en, sort, disabled_at) on forces to zhongtiao_app;
grant select, insert, delete on person_forces to zhongtiao_app;
grant select, insert, update, delete on rate_limits to zhongtiao_system;
