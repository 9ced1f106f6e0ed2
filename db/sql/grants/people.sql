grant select, insert, update on people to zhongtiao_app;
grant select, insert, update on accounts to zhongtiao_app;
grant select, insert, update on sign_ins to zhongtiao_app;
grant select, insert, update on forces to zhongtiao_app;
grant select, insert, delete on person_forces to zhongtiao_app;
grant select, insert, update, delete on rate_limits to zhongtiao_app;
grant select, insert, update on known_devices to zhongtiao_app;
grant select, insert, update, delete on sign_in_tries to zhongtiao_app;
