grant select, insert, update on repeat_groups to zhongtiao_app;
grant select, insert, update on police_calls to zhongtiao_app;
grant select, insert, update on clues to zhongtiao_app;
grant select, insert on clue_steps to zhongtiao_app;
grant update (point_id) on clue_steps to zhongtiao_system;
