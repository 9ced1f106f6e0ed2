grant select, insert, update on parties to zhongtiao_app;
grant select, insert, update on party_exits to zhongtiao_app;
grant select, insert, update on party_successions to zhongtiao_app;
grant select on party_changes to zhongtiao_app;
grant select, insert, update, delete on party_links to zhongtiao_app;
grant select, insert on elections to zhongtiao_app;
