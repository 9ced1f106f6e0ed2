grant select, insert on performances to zhongtiao_app;
grant select, insert on breaches to zhongtiao_app;
grant select, insert on urges to zhongtiao_app;
grant select, insert on follow_up_visits to zhongtiao_app;
grant select, insert on ledger_contests to zhongtiao_app;
grant select, insert on ledger_contest_ends to zhongtiao_app;
