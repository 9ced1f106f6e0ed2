grant select, insert, update on sessions to zhongtiao_app;
grant select, insert, update, delete on slots to zhongtiao_app;
grant select, insert, update, delete on session_people to zhongtiao_app;
grant select, insert, update, delete on session_needs to zhongtiao_app;
grant select, insert, update, delete on video_links to zhongtiao_app;
grant select, insert on session_tellings to zhongtiao_app;
grant select, insert on session_records to zhongtiao_app;
grant select, insert on notes to zhongtiao_app;
