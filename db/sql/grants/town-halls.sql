grant select, insert, update on town_halls to zhongtiao_app;
grant select, insert, update on town_hall_meetings to zhongtiao_app;
