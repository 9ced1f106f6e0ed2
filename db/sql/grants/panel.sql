grant select, insert, update on panel_rules to zhongtiao_app;
grant select, insert, delete on ties to zhongtiao_app;
grant select on recusals to zhongtiao_app;
grant update (followed_at) on recusals to zhongtiao_system;
grant select, insert on tie_waivers to zhongtiao_app;
grant select, insert on tie_waiver_parties to zhongtiao_app;
grant select, insert, delete on party_times to zhongtiao_app;
