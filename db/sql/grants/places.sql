grant select, update (name, name_en) on counties to zhongtiao_app;
grant select, insert, update (name, name_en, disabled_at, successor_id) on stations to zhongtiao_app;
grant select, insert, update (name, name_en, dossier_word, disabled_at, successor_id) on committees to zhongtiao_app;
grant select, insert, update (kind, name, name_en, address, phone, disabled_at, successor_id) on contact_points to zhongtiao_app;
grant select, insert, update (name, name_en, seats, disabled_at, successor_id) on rooms to zhongtiao_app;
grant select, insert, update, delete on room_hours to zhongtiao_app;
