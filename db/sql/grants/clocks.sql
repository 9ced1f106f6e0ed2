-- A clock is stopped by app.stop_clocks alone.
grant select, insert, update (started_on, due_on, paused_on, paused_for) on clocks to zhongtiao_app;
grant select, insert on clock_changes to zhongtiao_app;
