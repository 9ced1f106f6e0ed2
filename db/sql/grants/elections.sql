grant select, insert on elections to zhongtiao_app;
