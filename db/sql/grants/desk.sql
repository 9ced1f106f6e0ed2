grant select, insert, update on desk_cards to zhongtiao_app;
grant select, insert, update on number_polls to zhongtiao_app;
grant insert on number_answers to zhongtiao_app;
grant select, insert on fact_statements to zhongtiao_app;
grant select, insert on fact_signatures to zhongtiao_app;
grant select, insert on files to zhongtiao_app;
grant select, insert on file_origins to zhongtiao_app;
grant select, insert on opinions to zhongtiao_app;
grant select, insert on harm_reports to zhongtiao_app;
