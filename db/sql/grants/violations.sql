grant select, insert on violation_findings to zhongtiao_app;
grant select, insert on violation_people to zhongtiao_app;
grant select, insert on guardian_summonses to zhongtiao_app;
grant select, insert on case_accounts to zhongtiao_app;
grant select, insert on on_spot_forms to zhongtiao_app;
grant select, insert, update (is_approved, decision_reason, decided_by, decided_at) on settlement_applications to zhongtiao_app;
grant select, insert on settlement_applicants to zhongtiao_app;
