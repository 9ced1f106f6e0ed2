grant select, insert, update on units to zhongtiao_app;
