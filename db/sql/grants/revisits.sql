grant select on revisits to zhongtiao_app;
grant select, insert on revisit_draws to zhongtiao_system;
grant insert, update (visitor_id) on revisits to zhongtiao_system;
