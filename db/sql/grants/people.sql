grant select, insert, update on people to zhongtiao_app;
grant select, insert, update on accounts to zhongtiao_app;
grant select, insert, update on sign_ins to zhongtiao_app;
grant select, insert, update on forces to zhongtiao_app;
grant select, insert, delete on person_forces to zhongtiao_app;
grant select, insert, update, delete on rate_limits to zhongtiao_app;
-- Only the system writes sign-ins and deletes those that are over.
grant delete on sign_ins to zhongtiao_system;
