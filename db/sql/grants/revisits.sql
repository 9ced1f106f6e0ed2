grant select, insert on revisit_draws to zhongtiao_system;
grant select, insert, update (visitor_id) on revisits to zhongtiao_system;
