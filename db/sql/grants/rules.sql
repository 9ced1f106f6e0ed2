grant select, insert on rules to zhongtiao_app;
grant select, insert on day_overrides to zhongtiao_app;
grant select, insert on day_years to zhongtiao_app;
