grant select, insert, update on transfers to zhongtiao_app;
