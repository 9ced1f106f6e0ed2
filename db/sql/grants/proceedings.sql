grant select, insert, update on proceedings to zhongtiao_app;
grant select, insert on notices to zhongtiao_app;
grant select, insert on consents to zhongtiao_app;
grant select, insert on endings to zhongtiao_app;
-- A grant is used up by app.check_own_lead() alone.
grant select, insert, update (is_granted, decided_by, decided_at, valid_until) on access_requests to zhongtiao_app;
