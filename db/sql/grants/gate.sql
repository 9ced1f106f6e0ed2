grant select, insert on gate_answers to zhongtiao_app;
grant select, insert, update on gate_steps to zhongtiao_app;
grant select, insert, delete on duty_leaders to zhongtiao_app;
