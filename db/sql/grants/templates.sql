grant select, insert, update (withdrawn_by, withdrawn_at, withdrawn_reason) on paper_templates to zhongtiao_app;
grant select, insert on drafting_templates to zhongtiao_app;
