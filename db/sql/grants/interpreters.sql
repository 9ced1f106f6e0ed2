grant select, insert, update on interpreter_askings to zhongtiao_app;
grant select, insert, update on interpreters to zhongtiao_app;
grant select, insert on interpreting_needs to zhongtiao_app;
