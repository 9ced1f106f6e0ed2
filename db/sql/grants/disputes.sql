grant select, insert, update on disputes to zhongtiao_app;
grant select, insert, update on dispute_facts to zhongtiao_app;
grant select on dispute_access to zhongtiao_app;
grant select on dispute_changes to zhongtiao_app;
grant select, insert on triages to zhongtiao_app;
