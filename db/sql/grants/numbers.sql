grant select, insert on number_starts to zhongtiao_app;
grant select, insert on number_patterns to zhongtiao_app;
grant select, insert on number_voids to zhongtiao_app;
