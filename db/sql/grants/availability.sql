grant select, insert, update, delete on weekly_hours to zhongtiao_app;
grant select, insert, update, delete on absences to zhongtiao_app;
grant select, insert, update, delete on imported_calendars to zhongtiao_app;
grant select, insert, delete on imported_busy to zhongtiao_app;
