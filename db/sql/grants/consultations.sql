grant select, insert, delete on duty_shifts to zhongtiao_app;
grant select, insert, update on consultations to zhongtiao_app;
