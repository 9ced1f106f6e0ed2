grant select, insert on subsidy_sheets to zhongtiao_app;
