grant select on counties to zhongtiao_app;
grant select, insert, update (name, disabled_at, successor_id) on stations to zhongtiao_app;
grant select, insert, update (name, dossier_word, disabled_at, successor_id) on committees to zhongtiao_app;
grant select, insert, update (kind, name, address, phone, disabled_at, successor_id) on contact_points to zhongtiao_app;
grant select, insert, update (name, seats, disabled_at, successor_id) on rooms to zhongtiao_app;
grant select, insert, update, delete on room_hours to zhongtiao_app;
