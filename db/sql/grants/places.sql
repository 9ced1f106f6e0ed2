grant select, insert, update on counties to zhongtiao_app;
grant select, insert, update on stations to zhongtiao_app;
grant select, insert, update on committees to zhongtiao_app;
grant select, insert, update on contact_points to zhongtiao_app;
grant select, insert, update on rooms to zhongtiao_app;
grant select, insert, update, delete on room_hours to zhongtiao_app;
