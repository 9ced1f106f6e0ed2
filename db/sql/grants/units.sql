grant select on units to zhongtiao_app;
